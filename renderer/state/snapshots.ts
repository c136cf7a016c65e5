/** The main process's snapshots as this page last heard of them; null until the first answer. */
import { computed, signal } from '@preact/signals';
import type {
  DeploymentCheck,
  DeploymentProposal,
  DeploymentSnapshot,
  Events,
  Failure,
  InboxSnapshot,
  LoginSnapshot,
  ProfileSnapshot,
  ProxyPrompt,
  SessionSnapshot,
  SettingsSnapshot,
  SharingSnapshot,
  UpdatesSnapshot,
} from '../../preload/contract';
import { frame } from '../frame';

export const deployment = signal<DeploymentSnapshot | null>(null);
export const proposal = signal<DeploymentProposal | null>(null);
export const check = signal<DeploymentCheck | null>(null);
export const session = signal<SessionSnapshot | null>(null);
export const profile = signal<ProfileSnapshot | null>(null);
export const inbox = signal<InboxSnapshot | null>(null);
export const settings = signal<SettingsSnapshot | null>(null);
export const sharing = signal<SharingSnapshot | null>(null);
export const login = signal<LoginSnapshot | null>(null);
export const wanted = signal<Events['wanted']>(null);
export const proxyPrompt = signal<ProxyPrompt | null>(null);
export const updates = signal<UpdatesSnapshot | null>(null);

/** Of her messages; null until they are known. */
export const revision = computed(() => inbox.value?.revision ?? null);
export const signedOut = computed(() => session.value?.state.kind === 'signed-out');

/** Why the first snapshots could not be had. */
export const startFailure = signal<Failure | null>(null);

function takeAll(all: Events): void {
  deployment.value = all.deployment;
  proposal.value = all.proposal;
  check.value = all.check;
  session.value = all.session;
  profile.value = all.profile;
  inbox.value = all.inbox;
  settings.value = all.settings;
  sharing.value = all.sharing;
  login.value = all.login;
  wanted.value = all.wanted;
  proxyPrompt.value = all.proxyPrompt;
  updates.value = all.updates;
}

/** Listens first and asks then, so that no change falls between the two. */
export async function start(): Promise<void> {
  const { staffroom } = window;
  staffroom.on('deployment', (now) => {
    deployment.value = now;
  });
  staffroom.on('proposal', (now) => {
    proposal.value = now;
  });
  staffroom.on('check', (now) => {
    check.value = now;
  });
  staffroom.on('session', (now) => {
    session.value = now;
  });
  staffroom.on('profile', (now) => {
    profile.value = now;
  });
  staffroom.on('inbox', (now) => {
    inbox.value = now;
  });
  staffroom.on('settings', (now) => {
    settings.value = now;
  });
  staffroom.on('sharing', (now) => {
    sharing.value = now;
  });
  staffroom.on('login', (now) => {
    login.value = now;
  });
  staffroom.on('wanted', (now) => {
    wanted.value = now;
  });
  staffroom.on('proxyPrompt', (now) => {
    proxyPrompt.value = now;
  });
  staffroom.on('updates', (now) => {
    updates.value = now;
  });
  const answer = await staffroom.call('snapshots');
  if (answer.ok) takeAll(answer.value);
  else startFailure.value = answer.failure;
}

/** Milliseconds. As long as main has to say who is signed in before the page says that it is starting. */
const patience = 300;

/**
 * Ends when there is something to show: what an earlier run kept of her, or the first snapshots; or when
 * they take so long that she is to see that something happens.
 */
export async function startedOrLate(): Promise<void> {
  const kept = await window.staffroom.keptProfile();
  if (kept === null) {
    await Promise.race([start(), new Promise<void>((late) => setTimeout(late, patience))]);
    return;
  }
  profile.value = kept;
  // Main loads everything else when it is asked for it: what is here is painted first.
  void frame().then(start);
}
