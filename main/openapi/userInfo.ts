/** Call 6, get-user-info [S]. */
import { z } from 'zod';
import type { OrganisationId, PersonFields, PersonId, Result } from '../../preload/contract';
import type { Call } from './call';
import { decode, decodeEach, type Unusable } from './decode';
import { type Envelope, payload } from './envelope';
import { type Leftover, leftovers } from './leftover';
import { anything, fields, moment, neededText, optional, optionalText, webAddress } from './loose';
import type { Platform } from './platform';
import { decodeUserOrganisation, type UserOrganisation } from './userOrganisation';
import { decodeUserRole, type UserRole } from './userRole';

/**
 * The answer as sent: flat, in the platform's order. Of what is shown as it is: `userType` is
 * `last_user_type`, the `first…` are `init_…`, `platformPath` is `v_platform_code` split at its commas,
 * and `lastOrganisation` is `last_top_org_id` and `last_top_org_name`. In `extra` is `user_family` too,
 * where it is not empty: no document says what is in it.
 */
export interface UserInfo extends PersonFields {
  readonly personId: PersonId;
  readonly name: string | null;
  /** Addresses by the platform's own number of the size, which no document explains. */
  readonly avatar: Readonly<Record<string, string>>;
  /** `user_org`. */
  readonly organisations: readonly UserOrganisation[];
  /** `user_top_org`. */
  readonly topOrganisations: readonly UserOrganisation[];
  /** `user_role`. */
  readonly roles: readonly UserRole[];
  /** Organisations, roles, powers and subjects that had to be left out. */
  readonly unusable: readonly Unusable[];
}

const schema = z.object({
  user_id: neededText,
  name: optionalText,
  nick_name: optionalText,
  gender: optionalText,
  birthdate: optional(moment),
  createtime: optional(moment),
  updatetime: optional(moment),
  status: optionalText,
  last_user_type: optionalText,
  init_user_type: optionalText,
  platform_code: optionalText,
  v_platform_code: optionalText,
  init_v_platform_code: optionalText,
  province_code: optionalText,
  city_code: optionalText,
  area_code: optionalText,
  last_top_org_id: optionalText,
  last_top_org_name: optionalText,
  avatar: optional(fields),
  user_org: anything,
  user_top_org: anything,
  user_role: anything,
});

export const userInfoCall = ({ gateway }: Platform, personId: PersonId): Call<UserInfo> => ({
  request: {
    method: 'GET',
    url: `${gateway}/user/openapi/user/get-user-info`,
    query: { user_id: personId },
  },
  secrets: [],
  read: decodeUserInfo,
});

export function decodeUserInfo(envelope: Envelope): Result<UserInfo> {
  const { at, value } = payload(envelope, ['result', 'data', 'userInfo']);
  const raw = decode(fields, value, at);
  if (!raw.ok) return raw;
  const decoded = decode(schema, raw.value, at);
  if (!decoded.ok) return decoded;
  const user = decoded.value;

  const unusable: Unusable[] = [];
  const extra: Leftover[] = [];
  const lists = {
    organisations: decodeEach(user.user_org, `${at}.user_org`, (entry, where) =>
      decodeUserOrganisation(entry, where, unusable),
    ),
    topOrganisations: decodeEach(user.user_top_org, `${at}.user_top_org`, (entry, where) =>
      decodeUserOrganisation(entry, where, unusable),
    ),
    roles: decodeEach(user.user_role, `${at}.user_role`, (entry, where) =>
      decodeUserRole(entry, where, { unusable, extra }),
    ),
  };
  const avatar = user.avatar ?? {};

  return {
    ok: true,
    value: {
      personId: user.user_id as PersonId,
      name: user.name,
      nickName: user.nick_name,
      gender: user.gender,
      birthdate: user.birthdate,
      createdAt: user.createtime,
      updatedAt: user.updatetime,
      status: user.status,
      userType: user.last_user_type,
      firstUserType: user.init_user_type,
      platformCode: user.platform_code,
      platformPath: commaSeparated(user.v_platform_code),
      firstPlatformCode: user.init_v_platform_code,
      region: { province: user.province_code, city: user.city_code, area: user.area_code },
      lastOrganisation:
        user.last_top_org_id === null
          ? null
          : { id: user.last_top_org_id as OrganisationId, name: user.last_top_org_name },
      avatar: pictures(avatar),
      organisations: lists.organisations.values,
      topOrganisations: lists.topOrganisations.values,
      roles: lists.roles.values,
      extra: [
        ...leftovers(raw.value, schema.shape),
        ...leftovers(avatar, pictureShape(avatar), 'avatar.'),
        ...extra,
      ],
      unusable: [
        ...lists.organisations.unusable,
        ...lists.topOrganisations.unusable,
        ...lists.roles.unusable,
        ...unusable,
      ],
    },
  };
}

const commaSeparated = (codes: string | null): readonly string[] =>
  (codes ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');

const picture = optional(webAddress);

const pictureShape = (avatar: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(avatar).map((size) => [size, picture]));

const pictures = (avatar: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(avatar).flatMap(([size, address]) => {
      const readable = picture.parse(address);
      return readable === null ? [] : [[size, readable]];
    }),
  );
