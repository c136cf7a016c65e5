import { describe, expect, test } from 'vitest';
import documented from './fixtures/get-user-info.documented.json';
import { opened } from './practice';
import { decodeUserInfo } from './userInfo';

const decoded = (result: unknown) => decodeUserInfo(opened({ code: '000000', result }));

function person(fields: object) {
  const result = decoded({ user_id: 'p', ...fields });
  if (!result.ok) throw new Error('not decoded');
  return result.value;
}

/** The documents' times are seconds. */
const at = (seconds: number) => seconds * 1000;

const school = '42675838-5ff8-11e9-b985-0200f7efd26a';
const bureau = '0d1975a8-718c-11e9-9037-0200f7ae226a';
const plain = {
  campus: null,
  displayOrder: 0,
  nameThere: null,
  userType: null,
  headTeacher: false,
  classMonitor: false,
  subjects: [],
  extra: [],
};

test("the document's example", () => {
  expect(decodeUserInfo(opened(documented))).toEqual({
    ok: true,
    value: {
      personId: '24f5728a-5ff8-11e9-a457-0200f7efd26a',
      name: 'lm650730',
      nickName: 'lm650730',
      gender: '2',
      birthdate: null,
      createdAt: at(1555385498),
      updatedAt: at(1555385498),
      status: '1',
      userType: '1',
      firstUserType: '1',
      platformCode: '888888',
      platformPath: ['888888', '420100'],
      firstPlatformCode: '888880',
      region: { province: null, city: null, area: null },
      lastOrganisation: { id: school, name: '武汉小学' },
      avatar: {},
      organisations: [
        {
          ...plain,
          id: '0086516a-5ffa-11e9-8d9d-0200f7413ea8',
          topId: school,
          topName: '武汉小学',
          typeCode: '4',
          name: '财务部二层',
          createdAt: at(1555394037),
          updatedAt: at(1555394037),
        },
        {
          ...plain,
          id: bureau,
          topId: bureau,
          topName: '武汉市教育局',
          typeCode: '1',
          name: '武汉市教育局',
          createdAt: at(1557318193),
          updatedAt: at(1557318193),
        },
        {
          ...plain,
          id: school,
          topId: school,
          topName: '武汉小学',
          typeCode: '2',
          name: '武汉小学',
          createdAt: at(1555385548),
          updatedAt: at(1555385548),
        },
        {
          ...plain,
          id: 'bb6c8a0a-6025-11e9-9789-0200f707c8ba',
          topId: school,
          topName: '武汉小学',
          typeCode: '7',
          name: '五年级2班',
          campus: { id: '339e6d64-6016-11e9-b89e-0200f74d872f', name: '武汉小学武昌校区' },
          createdAt: at(1555553403),
          updatedAt: at(1555553403),
          headTeacher: true,
          classMonitor: true,
          subjects: [
            { id: 'SUB7', kind: 'base', schoolPeriod: '2' },
            { id: 'SUB49', kind: 'base', schoolPeriod: '2' },
          ],
        },
      ],
      topOrganisations: [
        {
          ...plain,
          id: bureau,
          topId: bureau,
          topName: '武汉市教育局',
          typeCode: '1',
          name: '武汉市教育局',
          displayOrder: 1557318193,
          nameThere: 'lm650730',
          userType: '4',
          createdAt: at(1557318193),
          updatedAt: at(1557318193),
        },
        {
          ...plain,
          id: school,
          topId: school,
          topName: '武汉小学',
          typeCode: '2',
          name: '武汉小学',
          displayOrder: 1555385548,
          nameThere: '夏冰888',
          userType: '1',
          createdAt: at(1555385548),
          updatedAt: at(1557453305),
        },
      ],
      roles: [
        {
          id: '26f15578-656f-11e9-b4c2-0200f7a4f10e',
          parentId: '2',
          typeCode: '2',
          organisationId: 'd040453c-656d-11e9-bbe9-0200f7a4f10e',
          topOrganisationId: 'd040453c-656d-11e9-bbe9-0200f7a4f10e',
          displayOrder: 0,
          createdAt: at(1555986367),
          updatedAt: at(1555986367),
          powers: [
            { name: 'sub_manager_department', values: ['all'], raw: '["all"]' },
            { name: 'sub_manager_app', values: ['1', '4'], raw: '["1", "4"]' },
            {
              name: 'sub_manager_campus',
              values: ['56DEB663D6091A6C4BD329E3696D52DE'],
              raw: '["56DEB663D6091A6C4BD329E3696D52DE"]',
            },
          ],
        },
        {
          id: '6e0f54fe-600c-11e9-8492-0200f734321a',
          parentId: '3',
          typeCode: '2',
          organisationId: 'fad2bf4c-5ff9-11e9-84b3-0200f7413ea8',
          topOrganisationId: school,
          displayOrder: 0,
          createdAt: at(1555394211),
          updatedAt: at(1555394211),
          powers: [],
        },
        {
          id: 'f9e4f920-600c-11e9-9d09-0200f734321a',
          parentId: 'ba56b1f4-600c-11e9-a949-0200f734321a',
          typeCode: '2',
          organisationId: school,
          topOrganisationId: school,
          displayOrder: 0,
          createdAt: at(1555394445),
          updatedAt: at(1555395687),
          powers: [],
        },
        {
          id: 'b8f079f4-600b-11e9-a76c-0200f786b57b',
          parentId: '3',
          typeCode: '2',
          organisationId: school,
          topOrganisationId: school,
          displayOrder: 0,
          createdAt: at(1555393907),
          updatedAt: at(1557317605),
          powers: [],
        },
        {
          id: 'b0fa88ba-6a70-11e9-bf75-0200f734fe75',
          parentId: '2',
          typeCode: '2',
          organisationId: school,
          topOrganisationId: school,
          displayOrder: 0,
          createdAt: at(1556536784),
          updatedAt: at(1556536784),
          powers: [
            { name: 'sub_manager_app', values: ['all'], raw: '["all"]' },
            { name: 'sub_manager_department', values: ['all'], raw: '["all"]' },
          ],
        },
      ],
      extra: [],
      unusable: [],
    },
  });
});

describe('a person', () => {
  test('needs no more than an id', () => {
    expect(person({})).toMatchObject({
      personId: 'p',
      name: null,
      platformPath: [],
      lastOrganisation: null,
      avatar: {},
      organisations: [],
      topOrganisations: [],
      roles: [],
      extra: [],
      unusable: [],
    });
  });

  test.each([
    [undefined, 'result.user_id'],
    [[], 'result.user_id'],
    [{ user_id: '' }, 'result.user_id'],
    [{ user_id: {} }, 'result.user_id'],
    ['person', 'result'],
  ])('of %j the field at fault is %s', (result, field) => {
    expect(decoded(result)).toMatchObject({ ok: false, failure: { kind: 'malformed', field } });
  });

  test('has pictures by size, of addresses that can be shown', () => {
    const avatar = { 1: 'https://pic.example/1.png', 2: '', 3: 'pic/3.png' };
    expect(person({ avatar })).toMatchObject({
      avatar: { 1: 'https://pic.example/1.png' },
      extra: [{ name: 'avatar.3', value: '"pic/3.png"' }],
    });
  });

  test('keeps what no document names and what could not be read, but no secret', () => {
    const { extra } = person({
      user_family: [{ name: '夏', relation: '1' }],
      title: '高级教师',
      birthdate: '1986-03-15',
      gender: { code: 2 },
      usession_id: 'session',
      access_token: 'token',
      accounts: { password: 'p', login: 'xia' },
      nothing: null,
      empty: [],
    });
    expect(extra).toEqual([
      { name: 'user_family', value: '[{"name":"夏","relation":"1"}]' },
      { name: 'title', value: '"高级教师"' },
      { name: 'birthdate', value: '"1986-03-15"' },
      { name: 'gender', value: '{"code":2}' },
      { name: 'accounts', value: '{"login":"xia"}' },
    ]);
  });
});

describe('an organisation', () => {
  const organisation = (fields: object) =>
    person({ user_org: [{ org_id: 'o', ...fields }] }).organisations[0];

  test('of a type that no document names is kept with its code', () => {
    expect(organisation({ org_type: 99 })).toMatchObject({ typeCode: '99' });
  });

  test('that is named twice is given twice, and an unknown top is no fault', () => {
    const entry = { org_id: 'o', top_org_id: 'in-no-list' };
    const { organisations, unusable } = person({ user_org: [entry, entry] });
    expect(organisations.map(({ id, topId }) => [id, topId])).toEqual([
      ['o', 'in-no-list'],
      ['o', 'in-no-list'],
    ]);
    expect(unusable).toEqual([]);
  });

  test.each([
    [{ class_header_teacher: '1' }, true, false],
    [{ class_monitor_student: 1, class_header_teacher: 0 }, false, true],
    [{ class_header_teacher: 'maybe' }, false, false],
    [[], false, false],
    [undefined, false, false],
  ])('with attr %j', (attr, headTeacher, classMonitor) => {
    expect(organisation({ attr })).toMatchObject({ headTeacher, classMonitor });
  });

  test('tells base from custom subjects, and neither from others', () => {
    const attr = {
      class_teacher_subject: [
        { subject_id: 'SUB7', subject_type: '1', school_period: 2 },
        { subject_id: 'CUS1', subject_type: 2 },
        { subject_id: 1024, subject_type: 3 },
      ],
    };
    expect(organisation({ attr })).toMatchObject({
      subjects: [
        { id: 'SUB7', kind: 'base', schoolPeriod: '2' },
        { id: 'CUS1', kind: 'custom', schoolPeriod: null },
        { id: '1024', kind: 'unknown', schoolPeriod: null },
      ],
    });
  });

  test('keeps what no document names and what could not be read', () => {
    const unread = { grade: '5', attr: { class_header_teacher: 'maybe', class_room: '301' } };
    expect(organisation(unread)?.extra).toEqual([
      { name: 'grade', value: '"5"' },
      { name: 'attr.class_header_teacher', value: '"maybe"' },
      { name: 'attr.class_room', value: '"301"' },
    ]);
    expect(organisation({ attr: ['x'] })?.extra).toEqual([{ name: 'attr', value: '["x"]' }]);
  });
});

describe('a power', () => {
  const power = (power_value: unknown) =>
    person({ user_role: [{ role_id: 'r', _power: [{ power_name: 'manage', power_value }] }] })
      .roles[0]?.powers[0];

  test.each([
    ['["1", "4"]', ['1', '4'], '["1", "4"]'],
    ['[1,4]', ['1', '4'], '[1,4]'],
    ['[]', [], '[]'],
    [['all'], ['all'], '["all"]'],
    ['{"0":"1","2":"4"}', ['1', '4'], '{"0":"1","2":"4"}'],
    ['["1", "4', null, '["1", "4'],
    ['["all"],', null, '["all"],'],
    ['all', null, 'all'],
    ['"all"', null, '"all"'],
    ['[{"id":1}]', null, '[{"id":1}]'],
    ['', null, ''],
    [null, null, 'null'],
    [undefined, null, ''],
  ])('of value %j is %j', (sent, values, raw) => {
    expect(power(sent)).toEqual({ name: 'manage', values, raw });
  });
});

test('an entry that cannot be used costs none of the others, and is named', () => {
  const { organisations, topOrganisations, roles, unusable, extra } = person({
    user_org: [
      { org_name: 'no id' },
      { org_id: 'o', attr: { class_teacher_subject: [{ subject_type: 1 }, { subject_id: 's' }] } },
      'school',
    ],
    user_top_org: 'none',
    user_role: {
      1: {
        role_id: 'r',
        role_name: '管理员',
        _power: [{ power_value: '[]' }, { power_name: 'n' }],
      },
      3: { role_id: [] },
    },
  });
  expect(organisations.map(({ id, subjects }) => [id, subjects.length])).toEqual([['o', 1]]);
  expect(topOrganisations).toEqual([]);
  expect(roles.map(({ id, powers }) => [id, powers.length])).toEqual([['r', 1]]);
  expect(extra).toEqual([{ name: 'result.user_role[0].role_name', value: '"管理员"' }]);
  expect(unusable.map(({ field }) => field).sort()).toEqual([
    'result.user_org[0].org_id',
    'result.user_org[1].attr.class_teacher_subject[0].subject_id',
    'result.user_org[2]',
    'result.user_role[0]._power[0].power_name',
    'result.user_role[1].role_id',
    'result.user_top_org',
  ]);
});
