/** The person and her organisations. */
import type { Failure } from './failure';
import type { EpochMs, OrganisationId, PersonId } from './ids';

export interface ProfileSnapshot {
  readonly profile: Profile | null;
  /** When the platform last gave it. */
  readonly asOf: EpochMs | null;
  readonly refreshing: boolean;
  /** Why the last refresh failed. */
  readonly failure: Failure | null;
}

export interface Profile {
  readonly person: Person;
  /** Institutions and schools, the current one first. */
  readonly organisations: readonly OrganisationNode[];
  /** Roles in organisations that are in no list of hers. */
  readonly rolesElsewhere: readonly Role[];
  readonly currentOrganisationId: OrganisationId | null;
}

/** What the platform says of a person and the app shows as it is. */
export interface PersonFields {
  readonly nickName: string | null;
  /** GB/T 2261.1: `1` male, `2` female; other codes as sent. */
  readonly gender: string | null;
  readonly birthdate: EpochMs | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly status: string | null;
  /** `0` student, `1` teacher, `2` parent; other codes as sent. */
  readonly userType: string | null;
  readonly firstUserType: string | null;
  readonly platformCode: string | null;
  /** From the outermost platform to hers. */
  readonly platformPath: readonly string[];
  readonly firstPlatformCode: string | null;
  readonly region: {
    readonly province: string | null;
    readonly city: string | null;
    readonly area: string | null;
  };
  readonly lastOrganisation: { readonly id: OrganisationId; readonly name: string | null } | null;
  /** Fields that no document names, as sent. */
  readonly extra: readonly { readonly name: string; readonly value: string }[];
}

export interface Person extends PersonFields {
  readonly id: PersonId;
  /** What her colleagues call her: her name in the organisation she used last. */
  readonly name: string;
  /** The account's own name, often a login such as `lm650730`. */
  readonly accountName: string | null;
  /** Where her picture is; no page asks there: see the call `loadPersonPicture`. */
  readonly pictureUrl: string | null;
}

export type OrganisationKind =
  | 'institution'
  | 'school'
  | 'campus'
  | 'department'
  | 'class'
  | 'other';

export interface OrganisationNode {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  /** `org_type` as sent; null for a level that is in no list of the platform's. */
  readonly typeCode: string | null;
  readonly name: string;
  readonly parts: readonly Part[];
  readonly roles: readonly Role[];
  readonly children: readonly OrganisationNode[];
}

/** What the person is in one organisation. */
export interface Part {
  readonly nameThere: string | null;
  readonly userType: string | null;
  readonly joinedAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly headTeacher: boolean;
  readonly classMonitor: boolean;
  readonly subjects: readonly Subject[];
  readonly extra: readonly { readonly name: string; readonly value: string }[];
}

export interface Subject {
  readonly id: string;
  readonly kind: 'base' | 'custom' | 'unknown';
  readonly schoolPeriod: string | null;
}

/** Roles come without a name: what they may do and their ids is all there is to show. */
export interface Role {
  readonly id: string;
  readonly parentId: string | null;
  readonly typeCode: string | null;
  readonly organisationId: OrganisationId | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly powers: readonly Power[];
}

export interface Power {
  /** The platform's word, such as `sub_manager_app`. */
  readonly name: string;
  /** What it extends to; `all` means everything. Null where the platform sent no readable list. */
  readonly values: readonly string[] | null;
  /** As sent, for when it cannot be read. */
  readonly raw: string;
}
