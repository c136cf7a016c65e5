/**
 * Secrets and personal data in every field of every answer, through every state: none of it comes
 * into the log, the record or the report.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CallName, type Fault, type Gateway, startGateway } from '../../gateway';
import type { MessageId, SessionState } from '../../preload/contract';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';
import { checkedSettings } from '../shell/checkedSettings';

/** Such as a token, a name, and what even a code may look like. */
const planted = ['5e17c0de5e17c0de5e17c0de5e17c0de', '夏冰', '13800138000'] as const;

let gateway: Gateway;
let running: Practice[] = [];

beforeEach(async () => {
  // By ticket, so that call 4 is made as well.
  gateway = await startGateway({ heartbeatSeconds: 1, sessionTravels: 'ticket' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
});

function practice(options: PracticeOptions = {}): Practice {
  const made = practiceOn(gateway, options);
  running.push(made);
  return made;
}

async function signedIn(): Promise<Practice> {
  const made = practice();
  given(await made.services.session.signIn());
  return made;
}

const teacher = () => personCalled(gateway, 'xiabing');
const stateOf = ({ services }: Practice) => services.session.snapshot.value.state;
const becomes = (made: Practice, kind: SessionState['kind']) =>
  vi.waitFor(() => expect(stateOf(made).kind).toBe(kind), 10_000);

/** All that is kept for others to read of every run there was. */
async function written(): Promise<string> {
  const parts = running.map(async ({ logged, diagnostics, services, marker }) => {
    const report = await diagnostics.report({
      settings: {
        ...checkedSettings({}),
        storing: 'agreed',
        languageInUse: 'zh-CN',
        version: '1',
        locked: [],
        setAside: [],
      },
      session: services.session.snapshot.value,
      markerOf: () => marker,
    });
    return [...logged, JSON.stringify(diagnostics.events()), report].join('\n');
  });
  return (await Promise.all(parts)).join('\n');
}

/** Everything of hers and every secret, planted or issued. */
function needles(): string[] {
  const { personId, accountId, account, password, name, userInfo } = teacher();
  return [
    ...planted,
    ...gateway.secrets.map(({ value }) => value),
    ...running.flatMap(({ keyring }) => [...keyring.values()]),
    ...[personId, accountId, account, password, name],
    ...textsIn(userInfo.user_top_org),
    ...textsIn(gateway.messages(personId).map(({ body, sender }) => [body, sender])),
  ].filter((needle) => needle.length >= 8 || /\p{Script=Han}/u.test(needle));
}

const textsIn = (json: unknown): string[] =>
  typeof json === 'string'
    ? [json]
    : typeof json === 'object' && json !== null
      ? Object.values(json).flatMap(textsIn)
      : [];

async function expectDiscreet(): Promise<void> {
  const text = await written();
  // The search finds what is there.
  expect(text).toContain('session: signed-in, now active');
  expect(needles().filter((needle) => text.includes(needle))).toEqual([]);
}

// ── Every field of every answer ──────────────────────────────────────────────────────────────────

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Of a list the first two stand for all. */
function pathsIn(json: unknown, at: Path = []): Path[] {
  const inside: readonly (readonly [string | number, unknown])[] = Array.isArray(json)
    ? [...json.slice(0, 2).entries()]
    : isObject(json)
      ? Object.entries(json)
      : [];
  const deeper = inside.flatMap(([step, value]) => pathsIn(value, [...at, step]));
  return at.length === 0 ? deeper : [at, ...deeper];
}

/** A merge patch that puts `value` there; it replaces lists as a whole. */
function patchAt(json: unknown, path: Path, value: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  return isObject(json)
    ? { [step]: patchAt(json[step], rest, value) }
    : replacedAt(json, path, value);
}

function replacedAt(json: unknown, path: Path, value: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(json)) {
    return json.map((item, n) => (n === step ? replacedAt(item, rest, value) : item));
  }
  return isObject(json) ? { ...json, [step]: replacedAt(json[step], rest, value) } : json;
}

/** What the platform answers to each call when all is well. */
async function healthyAnswers(): Promise<ReadonlyMap<CallName, unknown>> {
  const answers = new Map<string, unknown>();
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...call) => {
    const answer = await real(...call);
    const [asked] = call;
    const url = new URL(asked instanceof Request ? asked.url : asked);
    if (answer.headers.get('content-type')?.startsWith('application/json')) {
      answers.set(url.pathname, await answer.clone().json());
    }
    return answer;
  });
  const { services } = await signedIn();
  given(await services.profile.refresh());
  given(await services.inbox.refresh());
  given(await services.inbox.markById([newMessage()], 'read'));
  await vi.waitFor(() => expect(services.inbox.snapshot.value.outbox.waiting).toBe(0), 10_000);
  vi.restoreAllMocks();
  return new Map(gateway.journal.map(({ call, path }) => [call, answers.get(path)] as const));
}

/** Not in the list yet, so that a mark of it always goes out. */
const newMessage = () => gateway.addMessage(teacher().personId) as MessageId;

/** Makes the call once more, however it ends. */
const calls: readonly (readonly [CallName, (signedIn: Practice) => Promise<unknown>])[] = [
  ['access-token', newSignIn],
  ['login-ticket', newSignIn],
  ['oauth-token', newSignIn],
  ['session-ticket', newSignIn],
  ['heartbeat', ({ services }) => services.session.tryNow()],
  ['user-info', ({ services }) => services.profile.refresh()],
  ['feed', ({ services }) => services.inbox.refresh()],
  ['mark-messages', mark],
];

/** Where the session is out of reach the mark waits, and no call is made. */
async function mark({ services: { session, inbox } }: Practice): Promise<void> {
  const before = gateway.journal.filter(({ call }) => call === 'mark-messages').length;
  given(await inbox.markById([newMessage()], 'read'));
  // A call that has just failed is not tried again by itself so soon.
  inbox.retryMarks('all');
  if (session.snapshot.value.state.kind !== 'active') return;
  await gateway.until('mark-messages', before + 1);
  const told = () => Object.values(inbox.snapshot.value.outbox);
  await vi.waitFor(() => expect(told()).not.toEqual([1, 0, null, expect.anything()]), 10_000);
}

async function newSignIn(): Promise<void> {
  const { services } = practice();
  // The person at the practice page gives up where what was planted leads nowhere.
  await services.session.signIn().catch(() => undefined);
  services.stop();
}

test.each(calls)(
  'nothing that is planted in an answer to %s is written anywhere',
  async (call, make) => {
    const answer = (await healthyAnswers()).get(call);
    const paths = pathsIn(answer);
    expect(paths.length).toBeGreaterThanOrEqual(2);
    const made = await signedIn();
    for (const path of paths) {
      for (const value of planted) {
        const patch = patchAt(answer, path, value) as Record<string, unknown>;
        gateway.fault(call, { kind: 'merged', patch: { ...patch, [value]: { [value]: value } } });
        await make(made);
        gateway.clearFaults();
      }
    }
    await expectDiscreet();
  },
  120_000,
);

// ── Every state, and what stands in the platform's place ────────────────────────────────────────

const [token, name, number] = planted;

test.each<[string, Fault]>([
  ['a code', { kind: 'envelope', code: token, text: name }],
  ['a number as a code', { kind: 'envelope', code: number, text: token }],
  ['a refusal', { kind: 'status', status: 403, body: `${token} ${name}` }],
  ['an error page', { kind: 'status', status: 500, body: `<p>${token} ${name}` }],
  [
    'a page',
    { kind: 'status', status: 200, body: `<p>${token} ${name}`, contentType: 'text/html' },
  ],
  ['words that are no JSON', { kind: 'status', status: 200, body: `${name} ${token}` }],
])('nothing of %s is written, whichever call it answers', async (_words, fault) => {
  const made = await signedIn();
  gateway.fault('all', fault);
  for (const [, make] of calls) await make(made);
  await becomes(made, 'unreachable');
  expect(await written()).toMatch(/session: unanswered, now unreachable; \w/);
  await expectDiscreet();
});

test('nothing is written of hers in any state', async () => {
  const cancelled = practice({ person: 'closes' });
  await cancelled.services.session.signIn();

  const made = await signedIn();
  await made.services.profile.refresh();
  await made.services.inbox.refresh();
  gateway.fault('heartbeat', { kind: 'reset' });
  await becomes(made, 'unreachable');
  gateway.clearFaults();
  await becomes(made, 'active');
  made.services.stop();

  let locked = true;
  const again = practice({
    after: made,
    keychain: (keychain) => ({
      ...keychain,
      read: async (what) => (locked ? { kind: 'locked' } : keychain.read(what)),
    }),
  });
  await again.services.start();
  await becomes(again, 'keychain-locked');
  locked = false;
  await again.services.session.tryNow();
  await becomes(again, 'active');
  gateway.endSession(teacher().personId);
  await becomes(again, 'expired');

  given(await again.services.session.signIn());
  gateway.fault('heartbeat', {
    kind: 'merged',
    patch: {
      code: '110000',
      message: name,
      result: { log: [{ ip: token, place: name, device: number }] },
    },
  });
  await becomes(again, 'displaced');
  gateway.clearFaults();
  await again.services.session.signOut();

  gateway.configure({ sessionTravels: 'nowhere' });
  const without = practice();
  given(await without.services.session.signIn());

  gateway.configure({ sessionTravels: 'redirect' });
  const renewed = practice({ deployment: { session: { silentRenewal: true } } });
  given(await renewed.services.session.signIn());
  gateway.endSession(teacher().personId);
  // It is over too soon to be seen by looking.
  await vi.waitFor(() => expect(renewed.log).toContain('gone → renewing'), 10_000);
  await becomes(renewed, 'active');
  renewed.services.session.acknowledgeDisplacement();

  const told = new Set(
    running.flatMap(({ diagnostics }) =>
      diagnostics
        .events()
        .flatMap(({ happening }) => (happening.kind === 'session' ? [happening.state] : [])),
    ),
  );
  const every: Record<SessionState['kind'], true> = {
    'signed-out': true,
    'signing-in': true,
    checking: true,
    active: true,
    unreachable: true,
    renewing: true,
    expired: true,
    displaced: true,
    'no-session': true,
    'keychain-locked': true,
  };
  expect([...told].sort()).toEqual(Object.keys(every).sort());
  await expectDiscreet();
}, 60_000);
