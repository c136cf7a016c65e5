import type { ComponentType } from 'preact';
import { Banner } from './components/Banner';
import { DropTarget } from './components/DropTarget';
import { Emblem } from './components/Emblem';
import { FailureText } from './components/FailureText';
import { Leaving } from './components/Leaving';
import { lazily } from './components/lazily';
import { Notices } from './components/Notices';
import { Rail } from './components/Rail';
import { Skeleton } from './components/Skeleton';
import { asking } from './state/consent';
import { askedFor } from './state/outside';
import { type Page, page } from './state/page';
import {
  deployment,
  profile,
  proposal,
  proxyPrompt,
  session,
  startFailure,
} from './state/snapshots';
import { words } from './state/words';
import { MessagesView } from './views/MessagesView';

const Consent = lazily(async () => (await import('./components/Consent')).Consent);
const OutsideDialog = lazily(
  async () => (await import('./components/OutsideDialog')).OutsideDialog,
);
const ProposalDialog = lazily(
  async () => (await import('./components/ProposalDialog')).ProposalDialog,
);
const ProxyPassword = lazily(
  async () => (await import('./components/ProxyPassword')).ProxyPassword,
);
const SignInView = lazily(async () => (await import('./views/SignInView')).SignInView);
const AboutView = lazily(async () => (await import('./views/AboutView')).AboutView);
const DiagnosticsView = lazily(
  async () => (await import('./views/DiagnosticsView')).DiagnosticsView,
);
const FirstRunView = lazily(async () => (await import('./views/FirstRunView')).FirstRunView);
const OrganisationsView = lazily(
  async () => (await import('./views/OrganisationsView')).OrganisationsView,
);
const ProfileView = lazily(async () => (await import('./views/ProfileView')).ProfileView);
const SettingsView = lazily(async () => (await import('./views/SettingsView')).SettingsView);

const views: Record<Page, ComponentType> = {
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
    if (profile.value === null) {
      return (
        <main class="alone">
          <Emblem />
          <h1>{app.name}</h1>
          <Skeleton label={notice.starting} lines={3} />
        </main>
      );
    }
    // Hers from an earlier run; what she may do is not known yet.
    return (
      <div class="frame">
        <Rail />
        <main class="content">
          <Skeleton label={notice.starting} lines={3} />
        </main>
      </div>
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
      {askedFor.value !== null && <OutsideDialog />}
      {proposal.value !== null && <ProposalDialog />}
      <DropTarget />
      <Leaving />
      {asking.value === 'yes' && <Consent />}
      <Notices />
      {proxyPrompt.value !== null && <ProxyPassword />}
    </>
  );
}
