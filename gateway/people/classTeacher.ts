import { organisation, role, seconds, topOrganisation } from './phpRecord';
import type { PracticePerson } from './practicePerson';

const school = { id: '42675838-5ff8-11e9-b985-0200f7efd26a', name: '武汉小学' };
const campus = { id: '339e6d64-6016-11e9-b89e-0200f74d872f', name: '武汉小学武昌校区' };

const chinese = { subject_id: 'SUB7', subject_type: 1, school_period: 2 };
const morals = { subject_id: 'SUB49', subject_type: 1, school_period: 2 };
const reading = { subject_id: 'CUS1024', subject_type: '2', school_period: '2' };

/** A class teacher: one school, a department, and classes that name a campus in no list. */
export const classTeacher: PracticePerson = {
  account: 'xiabing',
  password: 'Xiabing-2025',
  personId: 'cebe65e0-6013-11e9-9fd4-0200f7764488',
  accountId: 'cec2cdba-6013-11e9-9fd4-0200f7764488',
  name: '夏冰',
  userType: '1',
  about: '班主任，武汉小学',
  currentOrganisationId: school.id,
  avatar: 'xiabing.png',
  userInfo: {
    platform_code: '420100',
    v_platform_code: '420000,420100',
    nick_name: '夏老师',
    gender: '2',
    birthdate: seconds('1986-03-14'),
    createtime: seconds('2019-04-16'),
    updatetime: seconds('2024-09-02'),
    status: '1',
    province_code: '420000',
    city_code: '420100',
    area_code: '420106',
    user_family: [],
    user_org: [
      organisation({ ...school, type: '2', top: school, since: '2019-04-16' }),
      organisation({
        id: '0086516a-5ffa-11e9-8d9d-0200f7413ea8',
        name: '语文教研组',
        type: '4',
        top: school,
        since: '2019-04-16',
      }),
      organisation({
        id: 'bb6c8a0a-6025-11e9-9789-0200f707c8ba',
        name: '五年级2班',
        type: '7',
        top: school,
        since: '2019-04-18',
        campus,
        attributes: { class_teacher_subject: [chinese, morals], class_header_teacher: 1 },
      }),
      organisation({
        id: 'bb6f1f3c-6025-11e9-9789-0200f707c8ba',
        name: '五年级3班',
        type: '7',
        top: school,
        since: '2019-04-18',
        campus,
        attributes: { class_teacher_subject: [chinese], class_header_teacher: '0' },
      }),
      organisation({
        id: 'bb71a4a6-6025-11e9-9789-0200f707c8ba',
        name: '四年级1班',
        type: '7',
        top: school,
        since: '2023-09-01',
        campus,
        attributes: { class_teacher_subject: [reading] },
      }),
    ],
    user_top_org: [
      topOrganisation({
        ...school,
        type: '2',
        nameThere: '夏冰',
        userType: '1',
        since: '2019-04-16',
      }),
    ],
    user_role: [
      role({
        id: '6e0f54fe-600c-11e9-8492-0200f734321a',
        parentId: '3',
        organisationId: 'bb6c8a0a-6025-11e9-9789-0200f707c8ba',
        topOrganisationId: school.id,
        since: '2019-04-18',
        powers: {},
      }),
    ],
    last_user_type: '1',
    init_user_type: '1',
    init_v_platform_code: '420000,420100',
  },
};
