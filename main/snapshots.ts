/** All that pages may see, as one value; what nobody is signed in to has its own words here. */
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type {
  DeploymentCheck,
  DeploymentProposal,
  DeploymentSnapshot,
  EventName,
  Events,
  InboxSnapshot,
  LoginSnapshot,
  ProfileSnapshot,
  SessionSnapshot,
  SettingsSnapshot,
  SharingSnapshot,
} from '../preload/contract';
import type { Services } from './services';

const nobody: SessionSnapshot = {
  state: { kind: 'signed-out' },
  endsAt: null,
  signInFailure: null,
  remembered: true,
  leftBehind: null,
  turn: 0,
};
const noProfile: ProfileSnapshot = { profile: null, asOf: null, refreshing: false, failure: null };
const noMessages: InboxSnapshot = {
  revision: 0,
  total: 0,
  unread: 0,
  unusable: 0,
  feed: { kind: 'absent' },
  storage: 'disk',
  outbox: { waiting: 0, refused: 0, cause: null, progress: null },
};

const notShared: SharingSnapshot = {
  computer: 'own',
  setBy: 'person',
  keeps: 'on-disk',
  idleMinutes: 0,
  leavesAt: null,
  left: null,
};

export interface SnapshotSources {
  readonly deployment: ReadonlySignal<DeploymentSnapshot>;
  readonly proposal: ReadonlySignal<DeploymentProposal | null>;
  readonly check: ReadonlySignal<DeploymentCheck | null>;
  readonly services: ReadonlySignal<Services | null>;
  readonly settings: ReadonlySignal<SettingsSnapshot>;
  readonly login: ReadonlySignal<LoginSnapshot | null>;
  readonly wanted: ReadonlySignal<Events['wanted']>;
  readonly proxyPrompt: ReadonlySignal<Events['proxyPrompt']>;
  readonly updates: ReadonlySignal<Events['updates']>;
}

export function snapshotsOf(sources: SnapshotSources): ReadonlySignal<Events> {
  const { deployment, proposal, check, services, settings, login, wanted, proxyPrompt, updates } =
    sources;
  return computed(() => ({
    deployment: deployment.value,
    proposal: proposal.value,
    check: check.value,
    session: services.value?.session.snapshot.value ?? nobody,
    profile: services.value?.profile.snapshot.value ?? noProfile,
    inbox: services.value?.inbox.snapshot.value ?? noMessages,
    settings: settings.value,
    sharing: services.value?.sharing.value ?? notShared,
    login: login.value,
    wanted: wanted.value,
    proxyPrompt: proxyPrompt.value,
    updates: updates.value,
  }));
}

const names: readonly EventName[] = [
  'deployment',
  'proposal',
  'check',
  'session',
  'profile',
  'inbox',
  'settings',
  'sharing',
  'login',
  'wanted',
  'proxyPrompt',
  'updates',
];

/** Tells each snapshot when it changes, and only then. */
export function followSnapshots(
  snapshots: ReadonlySignal<Events>,
  tell: <Name extends EventName>(name: Name, payload: Events[Name]) => void,
): void {
  for (const name of names) {
    const snapshot = computed(() => snapshots.value[name]);
    effect(() => tell(name, snapshot.value));
  }
}
