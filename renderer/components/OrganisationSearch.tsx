import { useEffect } from 'preact/hooks';
import {
  activeOrganisation,
  longestOrganisationSearch,
  organisationSearch,
  searchWords,
  shownOrganisations,
} from '../state/organisations';
import { format, words } from '../state/words';
import { isFree } from './freeKey';
import { focusSearchBox, SearchBox } from './SearchBox';

const id = 'organisation-search';

/** The row that Tab would lead to. */
const focusTree = () => document.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');

function onKey(event: KeyboardEvent): void {
  if (!isFree(event) || event.ctrlKey || event.metaKey || event.key !== '/') return;
  focusSearchBox(id);
  event.preventDefault();
}

/** Finds organisations as she types; leaves for the tree. */
export function OrganisationSearch() {
  const { search: said } = words.value.organisations;
  const { found } = shownOrganisations.value;
  const count = format.value.number(found);
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <SearchBox
      id={id}
      text={organisationSearch}
      longest={longestOrganisationSearch}
      label={said.label}
      placeholder={said.placeholder}
      clearLabel={said.clear}
      status={searchWords.value.length > 0 ? said.found(count) : said.total(count)}
      goToFirst={() => {
        activeOrganisation.value = null;
        // Once the first row is the one that Tab leads to.
        requestAnimationFrame(() => focusTree()?.focus());
      }}
      leave={(field) => {
        const row = focusTree();
        if (row === null) field.blur();
        else row.focus();
      }}
    />
  );
}
