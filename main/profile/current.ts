/** Which organisation is the current one, and where it then stands. */
import type { OrganisationId, OrganisationNode, Profile } from '../../preload/contract';

/**
 * The heartbeat's word wins over the profile's (`last_top_org_id`); null keeps the profile's own. The
 * top organisation that is or holds the current one comes first.
 */
export function withCurrentOrganisation(profile: Profile, current: OrganisationId | null): Profile {
  const currentOrganisationId = current ?? profile.currentOrganisationId;
  const holdsCurrent = (node: OrganisationNode): boolean =>
    node.id === currentOrganisationId || node.children.some(holdsCurrent);
  const { organisations } = profile;
  return {
    ...profile,
    currentOrganisationId,
    organisations: [
      ...organisations.filter(holdsCurrent),
      ...organisations.filter((node) => !holdsCurrent(node)),
    ],
  };
}
