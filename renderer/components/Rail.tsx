import { addressOf, type MainPage, mainPages, type Page, page } from '../state/page';
import { inbox, updates } from '../state/snapshots';
import { format, words } from '../state/words';
import { Icon, type IconName } from './Icon';
import { Person } from './Person';
import { SessionFoot } from './SessionFoot';

const icons: Record<MainPage, IconName> = {
  messages: 'message',
  organisations: 'organisations',
  profile: 'person',
  settings: 'settings',
};

/** Where in the rail a page belongs. */
const placeOf = (of: Page): MainPage => (of === 'diagnostics' || of === 'about' ? 'settings' : of);

function Unread() {
  const unread = inbox.value?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <span class="badge">
      <span aria-hidden="true">{unread > 999 ? '999+' : format.value.number(unread)}</span>
      <span class="unseen">{words.value.nav.unread(unread)}</span>
    </span>
  );
}

/** Beside the settings, where she can take it. */
function NewVersion() {
  const kind = updates.value?.kind;
  if (kind !== 'offered' && kind !== 'ready') return null;
  return (
    <span class="badge">
      <span aria-hidden="true">1</span>
      <span class="unseen">{words.value.updates.waiting}</span>
    </span>
  );
}

export function Rail() {
  const { nav } = words.value;
  return (
    <aside class="rail">
      <Person />
      <nav aria-label={nav.label}>
        {mainPages.map((to) => (
          <a
            key={to}
            href={addressOf(to)}
            aria-current={placeOf(page.value) === to ? 'page' : undefined}
            title={nav[to]}
          >
            <Icon name={icons[to]} />
            <span class="nav-name">{nav[to]}</span>
            {to === 'messages' && <Unread />}
            {to === 'settings' && <NewVersion />}
          </a>
        ))}
      </nav>
      <SessionFoot />
    </aside>
  );
}
