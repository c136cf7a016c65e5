import { Empty } from '../components/Empty';
import { NoProfile } from '../components/NoProfile';
import { OrganisationSearch } from '../components/OrganisationSearch';
import { OrganisationTree } from '../components/OrganisationTree';
import { ProfileHead } from '../components/ProfileHead';
import { organisationSearch, searchWords, shownOrganisations } from '../state/organisations';
import { profile } from '../state/snapshots';
import { words } from '../state/words';

function NothingFound() {
  const { search: said } = words.value.organisations;
  return (
    <Empty icon="search" title={said.noneTitle(organisationSearch.value.trim())}>
      <p>{said.none}</p>
      <button
        type="button"
        class="secondary"
        onClick={() => {
          organisationSearch.value = '';
        }}
      >
        {said.clear}
      </button>
    </Empty>
  );
}

function Organisations() {
  const shown = shownOrganisations.value;
  const isSearching = searchWords.value.length > 0;
  return (
    <>
      <OrganisationSearch />
      {shown.order.length === 0 ? (
        <NothingFound />
      ) : (
        <OrganisationTree shown={shown} canClose={() => !isSearching} />
      )}
    </>
  );
}

export function OrganisationsView() {
  const { organisations: said } = words.value;
  const known = profile.value?.profile;
  return (
    <div class="page tree-page">
      <ProfileHead title={said.title} />
      {!known && <NoProfile shape="rows" />}
      {known && known.organisations.length > 0 && <Organisations />}
      {known?.organisations.length === 0 && <Empty icon="organisations" title={said.empty} />}
    </div>
  );
}
