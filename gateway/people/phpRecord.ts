/** How the platform's PHP writes the records of a person (the get-user-info document's example). */

/** Seconds since 1970 as a string, of a day in China such as `2019-04-16`. */
export function seconds(day: string): string {
  return String(Date.parse(`${day}T08:00:00+08:00`) / 1000);
}

interface Organisation {
  readonly id: string;
  readonly name: string;
  /** `org_type`: 1 institution, 2 school, 4 department, 7 class. */
  readonly type: string;
  readonly top: { readonly id: string; readonly name: string };
  readonly since: string;
  /** `[]` when empty. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly campus?: { readonly id: string; readonly name: string };
}

/** One of `user_org`. */
export function organisation(given: Organisation): Record<string, unknown> {
  return {
    org_id: given.id,
    top_org_id: given.top.id,
    org_type: given.type,
    display_order: '0',
    attr: given.attributes ?? [],
    createtime: seconds(given.since),
    updatetime: seconds(given.since),
    ...(given.campus && { top_school_id: given.campus.id }),
    org_name: given.name,
    top_org_name: given.top.name,
    ...(given.campus && { top_school_name: given.campus.name }),
  };
}

interface TopOrganisation {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly nameThere: string;
  readonly userType: string;
  readonly since: string;
}

/** One of `user_top_org`. */
export function topOrganisation(given: TopOrganisation): Record<string, unknown> {
  return {
    org_id: given.id,
    top_org_id: given.id,
    org_type: given.type,
    display_order: seconds(given.since),
    name: given.nameThere,
    user_type: given.userType,
    attr: [],
    createtime: seconds(given.since),
    updatetime: seconds(given.since),
    org_name: given.name,
    top_org_name: given.name,
  };
}

interface Role {
  readonly id: string;
  readonly parentId: string;
  readonly organisationId: string;
  readonly topOrganisationId: string;
  readonly since: string;
  /** `power_value` by `power_name`. */
  readonly powers: Readonly<Record<string, string>>;
}

/** One of `user_role`. */
export function role(given: Role): Record<string, unknown> {
  const createtime = seconds(given.since);
  return {
    role_id: given.id,
    parent_id: given.parentId,
    role_type: '2',
    org_id: given.organisationId,
    top_org_id: given.topOrganisationId,
    createtime,
    updatetime: createtime,
    display_order: '0',
    _power: Object.entries(given.powers).map(([name, value]) => ({
      power_name: name,
      power_value: value,
      role_id: given.id,
      createtime,
      updatetime: createtime,
    })),
  };
}
