/** What she can ask the main process to do; how it went is told in a notice where no view shows it. */
import type { Argument, Settings } from '../../preload/contract';
import { storedVersion } from '../../preload/stored';
import { asking } from './consent';
import { showDone, showFailure } from './notices';
import { settings, sharing } from './snapshots';
import { words } from './words';

/** Before she has agreed to what is stored here she is asked; where nothing stays, nothing is asked. */
export async function signIn(): Promise<void> {
  if (settings.value?.storing === 'to-ask' && sharing.value?.computer === 'own') {
    asking.value = 'yes';
    return;
  }
  await enter();
}

/** How it ended is in the session's snapshot, which the sign-in view and the banner show. */
async function enter(): Promise<void> {
  await window.staffroom.call('signIn');
}

export async function agreeAndSignIn(): Promise<void> {
  const answer = await window.staffroom.call('agreeToStoring', { version: storedVersion });
  if (answer.ok) await enter();
}

export async function showFolder(): Promise<void> {
  const answer = await window.staffroom.call('showFolder');
  if (!answer.ok) showFailure(words.value.about.folderFailed, answer.failure);
}

/** What the keychain did not let go is in the session's snapshot, whoever signed her out. */
export async function signOut(): Promise<void> {
  const answer = await window.staffroom.call('signOut');
  if (!answer.ok && answer.failure.kind !== 'keychain')
    showFailure(words.value.signOut.failed, answer.failure);
}

export async function acknowledgeDisplacement(): Promise<void> {
  await window.staffroom.call('acknowledgeDisplacement');
}

export async function tryNow(): Promise<void> {
  const answer = await window.staffroom.call('tryNow');
  if (!answer.ok) showFailure(words.value.session.state.unreachable, answer.failure);
}

/** Why it failed is in the profile's snapshot. */
export async function refreshProfile(): Promise<void> {
  await window.staffroom.call('refreshProfile');
}

export async function exportData(): Promise<void> {
  const { ownData: said } = words.value;
  const answer = await window.staffroom.call('exportData');
  if (!answer.ok) showFailure(said.failed, answer.failure);
  else if (answer.value === 'saved') showDone(said.saved);
}

/** Why it failed is in the inbox's snapshot. */
export async function refreshMessages(): Promise<void> {
  await window.staffroom.call('refreshMessages');
}

export async function importDeployment(): Promise<void> {
  const answer = await window.staffroom.call('importDeployment');
  if (!answer.ok) showFailure(words.value.proposal.refusedTitle, answer.failure);
}

/** What comes of it is in the next proposal, or on the next page. */
export async function answerProposal(id: number, answer: 'accept' | 'decline'): Promise<void> {
  await window.staffroom.call('answerProposal', { id, answer });
}

export async function openLink(url: string): Promise<void> {
  const answer = await window.staffroom.call('openLink', { url });
  if (!answer.ok) showFailure(words.value.messages.linkFailed, answer.failure);
}

export async function openNetworkSignIn(): Promise<void> {
  const answer = await window.staffroom.call('openNetworkSignIn');
  if (!answer.ok) showFailure(words.value.session.networkSignInFailed, answer.failure);
}

export async function copyId(id: string): Promise<void> {
  const answer = await window.staffroom.call('copyText', { text: id });
  if (answer.ok) showDone(words.value.organisations.copied);
  else showFailure(words.value.organisations.copyFailed, answer.failure);
}

/** Ends with whether it is changed and kept. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  const answer = await window.staffroom.call('changeSettings', change);
  if (!answer.ok) showFailure(words.value.settings.failed, answer.failure);
  return answer.ok;
}

export async function showTestNotice(): Promise<void> {
  await window.staffroom.call('showTestNotice');
}

export async function answerProxyPrompt(given: Argument<'answerProxyPrompt'>): Promise<void> {
  await window.staffroom.call('answerProxyPrompt', given);
}

export async function dismissProxyPrompt(): Promise<void> {
  await window.staffroom.call('dismissProxyPrompt');
}

export async function forgetComputer(): Promise<void> {
  const answer = await window.staffroom.call('forgetComputer');
  if (!answer.ok) showFailure(words.value.forget.failed, answer.failure);
}

export async function copyReport(): Promise<void> {
  const { diagnostics: said } = words.value;
  const answer = await window.staffroom.call('copyDiagnosticReport');
  if (answer.ok) showDone(said.copied);
  else showFailure(said.copyFailed, answer.failure);
}

export async function saveReport(): Promise<void> {
  const { diagnostics: said } = words.value;
  const answer = await window.staffroom.call('saveDiagnosticReport');
  if (!answer.ok) showFailure(said.saveFailed, answer.failure);
  else if (answer.value === 'saved') showDone(said.saved);
}

export type UpdateWish = 'checkForUpdates' | 'downloadUpdate' | 'cancelUpdate' | 'installUpdate';

/** What comes of it is in the snapshot of the updates. */
export async function askUpdates(wish: UpdateWish): Promise<void> {
  await window.staffroom.call(wish);
}
