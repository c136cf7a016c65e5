import { organisation, role, seconds, topOrganisation } from './phpRecord';
import type { PracticePerson } from './practicePerson';

const school = { id: '42675838-5ff8-11e9-b985-0200f7efd26a', name: '武汉小学' };
const secondSchool = { id: '7a1d9c52-6a51-11e9-8c1e-0200f734fe75', name: '武汉市第二实验小学' };
const bureau = { id: '0d1975a8-718c-11e9-9037-0200f7ae226a', name: '武汉市教育局' };
/** Is in none of his lists. */
const alliance = { id: 'd040453c-656d-11e9-bbe9-0200f7a4f10e', name: '长江教育联盟' };

const office = organisation({
  id: 'fad2bf4c-5ff9-11e9-84b3-0200f7413ea8',
  name: '校长办公室',
  type: '4',
  top: school,
  since: '2018-08-20',
});

/**
 * A school head: two schools, and a list of organisations such as real servers send (the same one
 * twice, a type no document names, one whose top is in no list), and roles with powers.
 */
export const schoolHead: PracticePerson = {
  account: 'chenzhiyuan',
  password: 'Chenzhiyuan-2025',
  personId: '24f5728a-5ff8-11e9-a457-0200f7efd26a',
  accountId: '24f7d3f4-5ff8-11e9-a457-0200f7efd26a',
  name: '陈志远',
  userType: '1',
  about: '校长，两所学校',
  currentOrganisationId: school.id,
  avatar: 'chenzhiyuan.png',
  userInfo: {
    platform_code: '420100',
    v_platform_code: '420000,420100',
    nick_name: '陈校长',
    gender: '1',
    birthdate: seconds('1971-11-05'),
    createtime: seconds('2018-08-20'),
    updatetime: seconds('2025-02-17'),
    status: '1',
    province_code: '420000',
    city_code: '420100',
    area_code: '420106',
    /** Named by no document. */
    certificate_state: '2',
    user_family: [],
    user_org: [
      organisation({ ...school, type: '2', top: school, since: '2018-08-20' }),
      organisation({ ...secondSchool, type: '2', top: secondSchool, since: '2024-08-26' }),
      organisation({ ...bureau, type: '1', top: bureau, since: '2019-05-08' }),
      office,
      organisation({
        id: 'fad58f4a-5ff9-11e9-84b3-0200f7413ea8',
        name: '教务处',
        type: '4',
        top: school,
        since: '2018-08-20',
      }),
      office,
      organisation({
        id: '7a2048ec-6a51-11e9-8c1e-0200f734fe75',
        name: '校务委员会',
        type: '4',
        top: secondSchool,
        since: '2024-08-26',
      }),
      organisation({
        id: '91c6b0de-7be2-11ea-9d1c-0200f7ae226a',
        name: '陈志远名校长工作室',
        type: '9',
        top: bureau,
        since: '2020-04-11',
      }),
      organisation({
        id: 'a40f6d1e-9a0c-11ea-8f33-0200f7ae226a',
        name: '长江教育联盟理事会',
        type: '4',
        top: alliance,
        since: '2020-05-20',
      }),
    ],
    user_top_org: [
      topOrganisation({
        ...bureau,
        type: '1',
        nameThere: '陈志远',
        userType: '4',
        since: '2019-05-08',
      }),
      topOrganisation({
        ...school,
        type: '2',
        nameThere: '陈校长',
        userType: '1',
        since: '2018-08-20',
      }),
      topOrganisation({
        ...secondSchool,
        type: '2',
        nameThere: '陈志远',
        userType: '1',
        since: '2024-08-26',
      }),
    ],
    user_role: [
      role({
        id: '26f15578-656f-11e9-b4c2-0200f7a4f10e',
        parentId: '2',
        organisationId: school.id,
        topOrganisationId: school.id,
        since: '2019-04-23',
        powers: {
          sub_manager_department: '["all"]',
          sub_manager_app: '["1", "4"]',
          sub_manager_campus: '["339e6d64-6016-11e9-b89e-0200f74d872f"]',
        },
      }),
      role({
        id: 'b0fa88ba-6a70-11e9-bf75-0200f734fe75',
        parentId: '2',
        organisationId: secondSchool.id,
        topOrganisationId: secondSchool.id,
        since: '2024-08-26',
        powers: {
          // Cut off by a column too short for it.
          sub_manager_department: '["7a2048ec-6a51-11e9-8c1e-0200f734fe75","7a22d0',
          sub_manager_canteen: '["all"]',
          approve_purchase: '["5000"]',
        },
      }),
      role({
        id: 'f9e4f920-600c-11e9-9d09-0200f734321a',
        parentId: 'ba56b1f4-600c-11e9-a949-0200f734321a',
        organisationId: 'fad2bf4c-5ff9-11e9-84b3-0200f7413ea8',
        topOrganisationId: school.id,
        since: '2019-04-16',
        powers: {},
      }),
      role({
        id: 'c3d1e0aa-9a0c-11ea-8f33-0200f7ae226a',
        parentId: '3',
        organisationId: alliance.id,
        topOrganisationId: alliance.id,
        since: '2020-05-20',
        powers: { sub_manager_app: '["12"]' },
      }),
    ],
    last_user_type: '1',
    init_user_type: '1',
    init_v_platform_code: '420000,420100',
  },
};
