import './styles/pico.scss';
import './styles/main.css';
import { render } from 'preact';
import { App } from './App';
import { runClock } from './state/clock';
import { followDiagnostics } from './state/diagnostics';
import { followDrops } from './state/drop';
import { followInbox } from './state/inbox';
import { followOrganisations } from './state/organisations';
import { followAddress } from './state/page';
import { followPersonPicture } from './state/personPicture';
import { followSetAside } from './state/setAside';
import { start } from './state/snapshots';
import { followVisibility } from './state/visibility';
import { followLanguage } from './state/words';

const root = document.getElementById('app');
if (root) {
  followVisibility();
  followLanguage();
  followAddress();
  runClock();
  followInbox();
  followOrganisations();
  followPersonPicture();
  followDiagnostics();
  followSetAside();
  followDrops();
  void start();
  render(<App />, root);
}
