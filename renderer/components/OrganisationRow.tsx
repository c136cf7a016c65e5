import type { OrganisationKind } from '../../preload/contract';
import type { Row } from '../organisations/tree';
import { activeOrganisation, setOpen } from '../state/organisations';
import { words } from '../state/words';
import { CopyButton } from './CopyButton';
import { Extra } from './Extra';
import { Icon, type IconName } from './Icon';
import { OrganisationLines } from './OrganisationLines';

interface Props {
  readonly row: Row;
  /** In what is shown. */
  readonly index: number;
  readonly top: number;
  /** 0 for the one that Tab leads to. */
  readonly tabIndex: 0 | -1;
  readonly measure: (row: HTMLElement | null) => void;
}

const icons: Record<OrganisationKind, IconName> = {
  institution: 'institution',
  school: 'school',
  campus: 'campus',
  department: 'department',
  class: 'classroom',
  other: 'building',
};

/** For the pointer: the keyboard, and whoever hears the page, have the arrows and `aria-expanded`. */
function Twist({ row: { state, entry } }: { readonly row: Row }) {
  if (state === 'leaf') return <span class="twist" />;
  const to = state === 'open' ? 'closed' : 'open';
  const said = words.value.organisations;
  const { id, name } = entry.node;
  return (
    <span
      class={`twist ${state}`}
      aria-hidden="true"
      title={state === 'open' ? said.close(name) : said.open(name)}
      onClick={() => setOpen(id, to)}
    >
      <Icon name="open" />
    </span>
  );
}

/** Its level is told in `aria-level`: all rows are siblings, since only those on screen are there. */
export function OrganisationRow({ row, index, top, tabIndex, measure }: Props) {
  const said = words.value.organisations;
  const { entry, place, of, state, isLast } = row;
  const { node, level, number } = entry;
  const lines = `organisation-${number}`;
  const extra = node.parts.flatMap((part) => part.extra);
  return (
    <div
      ref={measure}
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={state === 'leaf' ? undefined : state === 'open'}
      aria-labelledby={lines}
      aria-keyshortcuts="Control+C Meta+C"
      tabIndex={tabIndex}
      class={isLast ? 'tree-row last' : 'tree-row'}
      data-index={index}
      data-number={number}
      data-level={level}
      style={{ transform: `translateY(${top}px)`, '--level': level - 1 }}
      onFocusIn={() => {
        activeOrganisation.value = node.id;
      }}
    >
      <div class="tree-item">
        <Twist row={row} />
        <Icon name={icons[node.kind]} />
        <div class="tree-lines" id={lines}>
          <OrganisationLines entry={entry} />
        </div>
        <CopyButton id={node.id} label={said.copyId(node.name)} tabIndex={tabIndex} />
        <Extra title={said.extra} fields={extra} />
      </div>
    </div>
  );
}
