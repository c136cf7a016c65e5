import './styles/pico.scss';
import './styles/main.css';
import { render } from 'preact';
import { App } from './App';
import { runClock } from './state/clock';
import { followDiagnostics } from './state/diagnostics';
import { followDrops } from './state/drop';
import { followInbox } from './state/inbox';
import { followNotices } from './state/notices';
import { followOrganisations } from './state/organisations';
import { followAddress } from './state/page';
import { followPersonPicture } from './state/personPicture';
import { followSetAside } from './state/setAside';
import { startedOrLate } from './state/snapshots';
import { followVisibility } from './state/visibility';
import { followLanguage } from './state/words';

/** Puts the app where the page's first picture was. */
export async function show(root: HTMLElement): Promise<void> {
  const started = startedOrLate();
  followVisibility();
  // What follows may have something to say.
  await followLanguage();
  followAddress();
  followNotices();
  runClock();
  followInbox();
  followOrganisations();
  followPersonPicture();
  followDiagnostics();
  followSetAside();
  followDrops();
  await started;
  root.replaceChildren();
  render(<App />, root);
}
