/** What is being typed on the first-run page; it outlives a look at another page. */
import { computed, signal } from '@preact/signals';
import type { DeploymentDraft, DeploymentProblem, Preset } from '../../preload/contract';
import { oneAtATime } from './oneAtATime';
import { check } from './snapshots';

/** A text field of the page, by its path in the file that is made of it. */
export type DraftField =
  | 'name'
  | 'gateway'
  | 'messageGateway'
  | 'app.appId'
  | 'app.appKey'
  | 'app.accessTokenUrl'
  | 'login.page'
  | 'login.redirectUri'
  | 'messages.feedUrl';

const empty: Readonly<Record<DraftField, string>> = {
  name: '',
  gateway: '',
  messageGateway: '',
  'app.appId': '',
  'app.appKey': '',
  'app.accessTokenUrl': '',
  'login.page': '',
  'login.redirectUri': '',
  'messages.feedUrl': '',
};

export const typed = signal(empty);
export const keyFrom = signal<'appKey' | 'broker'>('appKey');
export const presets = signal<readonly Preset[]>([]);

const problems = signal<readonly DeploymentProblem[]>([]);
/** Fields that she has left: nobody is told of a mistake in a word that is still being typed. */
const seen = signal<ReadonlySet<DraftField> | 'all'>(new Set());
/** The draft that the last check was of. */
const checked = signal<DeploymentDraft | null>(null);

const draft = computed((): DeploymentDraft => {
  const fields = typed.value;
  return {
    name: fields.name,
    gateway: fields.gateway,
    messageGateway: fields.messageGateway,
    appId: fields['app.appId'],
    key:
      keyFrom.value === 'appKey'
        ? { kind: 'appKey', appKey: fields['app.appKey'] }
        : { kind: 'broker', accessTokenUrl: fields['app.accessTokenUrl'] },
    loginPage: fields['login.page'],
    redirectUri: fields['login.redirectUri'],
    feedUrl: fields['messages.feedUrl'],
  };
});

/** What the check found, as long as nothing has been changed since. */
export const currentCheck = computed(() =>
  checked.value !== null && checked.value === draft.value ? check.value : null,
);

const readProblems = oneAtATime(async () => {
  const answer = await window.staffroom.call('listDraftProblems', draft.peek());
  if (answer.ok) problems.value = answer.value;
});

export const problemWith = (field: DraftField): DeploymentProblem | undefined =>
  seen.value === 'all' || seen.value.has(field)
    ? // The last says most: of an empty address that it is one, not that it is a text.
      problems.value.findLast((problem) => problem.field === field)
    : undefined;

function changed(): void {
  readProblems();
  // What it tries is not what is typed any more.
  if (checked.value !== null && check.peek()?.state === 'running') void cancelCheck();
}

export function type(field: DraftField, text: string): void {
  typed.value = { ...typed.value, [field]: text };
  changed();
}

export function takeKeyFrom(source: 'appKey' | 'broker'): void {
  keyFrom.value = source;
  changed();
}

export function leave(field: DraftField): void {
  if (seen.value !== 'all') seen.value = new Set([...seen.value, field]);
}

export async function openDraft(): Promise<void> {
  readProblems();
  const answer = await window.staffroom.call('listPresets');
  if (answer.ok) presets.value = answer.value;
}

/** Whether all that is typed is as the format wants it; what is not is told from now on. */
async function isComplete(): Promise<boolean> {
  const answer = await window.staffroom.call('listDraftProblems', draft.peek());
  if (!answer.ok) return false;
  problems.value = answer.value;
  seen.value = 'all';
  return answer.value.length === 0;
}

/** `incomplete` where fields are not as they should be, which each of them then says. */
export async function checkDraft(): Promise<'checked' | 'incomplete'> {
  if (!(await isComplete())) return 'incomplete';
  checked.value = draft.peek();
  await window.staffroom.call('checkDraft', draft.peek());
  return 'checked';
}

export async function cancelCheck(): Promise<void> {
  await window.staffroom.call('cancelCheck');
}

/** What became of it, a question or a refusal, is in the proposal; a key that was taken is forgotten here. */
export async function saveDraft(): Promise<'saved' | 'incomplete'> {
  if (!(await isComplete())) return 'incomplete';
  const answer = await window.staffroom.call('saveDraft', draft.peek());
  if (answer.ok && answer.value === 'imported') {
    typed.value = empty;
    checked.value = null;
    seen.value = new Set();
  }
  return 'saved';
}
