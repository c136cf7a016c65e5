/** One role of get-user-info [S] and the powers it gives. */
import { z } from 'zod';
import type { EpochMs, OrganisationId, Power, Result } from '../../preload/contract';
import { decode, decodeEach, type Unusable } from './decode';
import { type Leftover, leftovers } from './leftover';
import { anything, count, fields, list, moment, neededText, optional, optionalText } from './loose';
import { jsonWithoutSecrets } from './redact';

/** An entry of `user_role`. The platform gives roles no name. */
export interface UserRole {
  readonly id: string;
  readonly parentId: string | null;
  readonly typeCode: string | null;
  readonly organisationId: OrganisationId | null;
  readonly topOrganisationId: OrganisationId | null;
  readonly displayOrder: number | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly powers: readonly Power[];
}

const schema = z.object({
  role_id: neededText,
  parent_id: optionalText,
  role_type: optionalText,
  org_id: optionalText,
  top_org_id: optionalText,
  display_order: optional(count),
  createtime: optional(moment),
  updatetime: optional(moment),
  _power: anything,
});

/**
 * Left out: `role_id`, which repeats the role's, and `id`, `createtime` and `updatetime`
 * of the row in the platform's table, which say nothing about what the power allows.
 */
const power = z.object(
  {
    power_name: neededText,
    power_value: anything,
  },
  { error: 'expected an object' },
);

/** What a role could not place: powers left out, and fields that no document names. */
export interface RoleNotes {
  readonly unusable: Unusable[];
  readonly extra: Leftover[];
}

export function decodeUserRole(entry: unknown, at: string, notes: RoleNotes): Result<UserRole> {
  const raw = decode(fields, entry, at);
  if (!raw.ok) return raw;
  const decoded = decode(schema, raw.value, at);
  if (!decoded.ok) return decoded;
  const role = decoded.value;
  const powers = decodeEach(role._power, `${at}._power`, decodePower);
  notes.unusable.push(...powers.unusable);
  notes.extra.push(...leftovers(raw.value, schema.shape, `${at}.`));
  return {
    ok: true,
    value: {
      id: role.role_id,
      parentId: role.parent_id,
      typeCode: role.role_type,
      organisationId: role.org_id as OrganisationId | null,
      topOrganisationId: role.top_org_id as OrganisationId | null,
      displayOrder: role.display_order,
      createdAt: role.createtime,
      updatedAt: role.updatetime,
      powers: powers.values,
    },
  };
}

function decodePower(entry: unknown, at: string): Result<Power> {
  const decoded = decode(power, entry, at);
  if (!decoded.ok) return decoded;
  const { power_name, power_value } = decoded.value;
  return {
    ok: true,
    value: { name: power_name, values: powerValues(power_value), raw: asSent(power_value) },
  };
}

const asSent = (value: unknown): string =>
  typeof value === 'string' ? value : jsonWithoutSecrets(value);

const texts = list.pipe(z.array(neededText));

/** A JSON array inside a string, sometimes broken and sometimes the array itself. */
function powerValues(value: unknown): readonly string[] | null {
  const parsed = typeof value === 'string' ? parse(value) : value;
  if (typeof parsed !== 'object' || parsed === null) return null;
  return texts.safeParse(parsed).data ?? null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
