import type { JSX } from 'preact';
import { Banner } from './components/Banner';
import { Consent } from './components/Consent';
import { DropTarget } from './components/DropTarget';
import { Emblem } from './components/Emblem';
import { FailureText } from './components/FailureText';
import { Leaving } from './components/Leaving';
import { Notices } from './components/Notices';
import { OutsideDialog } from './components/OutsideDialog';
import { ProposalDialog } from './components/ProposalDialog';
import { ProxyPassword } from './components/ProxyPassword';
import { Rail } from './components/Rail';
import { Skeleton } from './components/Skeleton';
import { type Page, page } from './state/page';
import { deployment, profile, session, startFailure } from './state/snapshots';
import { words } from './state/words';
import { AboutView } from './views/AboutView';
import { DiagnosticsView } from './views/DiagnosticsView';
import { FirstRunView } from './views/FirstRunView';
import { MessagesView } from './views/MessagesView';
import { OrganisationsView } from './views/OrganisationsView';
import { ProfileView } from './views/ProfileView';
import { SettingsView } from './views/SettingsView';
import { SignInView } from './views/SignInView';

const views: Record<Page, () => JSX.Element> = {
  messages: MessagesView,
  organisations: OrganisationsView,
  profile: ProfileView,
  settings: SettingsView,
  diagnostics: () => <DiagnosticsView back="settings" />,
  about: () => <AboutView back="settings" />,
};

/** While nothing of hers is here to be shown, signing in is all there is to do. */
const nothingOfHers = () => {
  const kind = session.value?.state.kind;
  if (kind === 'signed-out') return true;
  const waiting = kind === 'signing-in' || kind === 'keychain-locked';
  return waiting && profile.value?.profile == null;
};

function Screen() {
  const { app, notice } = words.value;
  if (startFailure.value !== null) {
    return (
      <main class="alone">
        <h1>{notice.startFailed}</h1>
        <FailureText failure={startFailure.value} />
      </main>
    );
  }
  const deployed = deployment.value;
  if (deployed === null || session.value === null) {
    return (
      <main class="alone">
        <Emblem />
        <h1>{app.name}</h1>
        <Skeleton label={notice.starting} lines={3} />
      </main>
    );
  }
  const nobody = deployed.kind !== 'ready' || nothingOfHers();
  if (nobody && (page.value === 'diagnostics' || page.value === 'about')) {
    const View = page.value === 'about' ? AboutView : DiagnosticsView;
    return (
      <main class="content whole">
        <View back="messages" />
      </main>
    );
  }
  if (deployed.kind !== 'ready') return <FirstRunView deployment={deployed} />;
  if (nothingOfHers()) return <SignInView deployment={deployed} />;
  const View = views[page.value];
  return (
    <div class="frame">
      <Rail />
      <main class="content">
        <Banner />
        <View />
      </main>
    </div>
  );
}

export function App() {
  return (
    <>
      <Screen />
      <OutsideDialog />
      <ProposalDialog />
      <DropTarget />
      <Leaving />
      <Consent />
      <Notices />
      <ProxyPassword />
    </>
  );
}
