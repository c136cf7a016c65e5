/** One organisation of get-user-info [S] and what the person is in it. */
import { z } from 'zod';
import type { EpochMs, OrganisationId, Result, Subject } from '../../preload/contract';
import { decode, decodeEach, type Unusable } from './decode';
import { type Leftover, leftovers } from './leftover';
import { count, fields, flag, list, moment, neededText, optional, optionalText } from './loose';

/** An entry of `user_org` or `user_top_org`. Ids may repeat, and may name what is in no list. */
export interface UserOrganisation {
  readonly id: OrganisationId;
  /** The institution or school it belongs to: its own id where it is one. */
  readonly topId: OrganisationId | null;
  readonly topName: string | null;
  /** `org_type`: 1 institution, 2 school, 4 department, 7 class; others exist. */
  readonly typeCode: string | null;
  readonly name: string | null;
  /** `top_school_id` and `top_school_name`: a campus, which is in no list of its own. */
  readonly campus: { readonly id: OrganisationId; readonly name: string | null } | null;
  readonly displayOrder: number | null;
  /** The person's name there. */
  readonly nameThere: string | null;
  readonly userType: string | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly headTeacher: boolean;
  readonly classMonitor: boolean;
  readonly subjects: readonly Subject[];
  readonly extra: readonly Leftover[];
}

const schema = z.object({
  org_id: neededText,
  top_org_id: optionalText,
  top_org_name: optionalText,
  org_type: optionalText,
  org_name: optionalText,
  top_school_id: optionalText,
  top_school_name: optionalText,
  display_order: optional(count),
  name: optionalText,
  user_type: optionalText,
  createtime: optional(moment),
  updatetime: optional(moment),
  attr: optional(fields),
});

const attributes = z.object({
  class_header_teacher: flag.catch(false),
  class_monitor_student: flag.catch(false),
  class_teacher_subject: optional(list),
});

const subject = z.object(
  { subject_id: neededText, subject_type: optionalText, school_period: optionalText },
  { error: 'expected an object' },
);

/** `unusable` takes the subjects that had to be left out. */
export function decodeUserOrganisation(
  entry: unknown,
  at: string,
  unusable: Unusable[],
): Result<UserOrganisation> {
  const raw = decode(fields, entry, at);
  if (!raw.ok) return raw;
  const decoded = decode(schema, raw.value, at);
  if (!decoded.ok) return decoded;
  const org = decoded.value;
  const attr = org.attr ?? {};
  const part = attributes.parse(attr);
  const subjects = decodeEach(
    part.class_teacher_subject,
    `${at}.attr.class_teacher_subject`,
    decodeSubject,
  );
  unusable.push(...subjects.unusable);
  return {
    ok: true,
    value: {
      id: org.org_id as OrganisationId,
      topId: org.top_org_id as OrganisationId | null,
      topName: org.top_org_name,
      typeCode: org.org_type,
      name: org.org_name,
      campus:
        org.top_school_id === null
          ? null
          : { id: org.top_school_id as OrganisationId, name: org.top_school_name },
      displayOrder: org.display_order,
      nameThere: org.name,
      userType: org.user_type,
      createdAt: org.createtime,
      updatedAt: org.updatetime,
      headTeacher: part.class_header_teacher,
      classMonitor: part.class_monitor_student,
      subjects: subjects.values,
      extra: [...leftovers(raw.value, schema.shape), ...leftovers(attr, attributes.shape, 'attr.')],
    },
  };
}

function decodeSubject(entry: unknown, at: string): Result<Subject> {
  const decoded = decode(subject, entry, at);
  if (!decoded.ok) return decoded;
  const { subject_id, subject_type, school_period } = decoded.value;
  return {
    ok: true,
    value: { id: subject_id, kind: subjectKind(subject_type), schoolPeriod: school_period },
  };
}

function subjectKind(code: string | null): Subject['kind'] {
  if (code === '1') return 'base';
  return code === '2' ? 'custom' : 'unknown';
}
