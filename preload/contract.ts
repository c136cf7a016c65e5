/**
 * Everything that may cross between the main process and a page of ours.
 *
 * `calls` maps a call's name to the schema of its argument and the type of its value; `Events` maps
 * an event's name to its payload. The preload's `window.staffroom`, the handlers in `main/handlers.ts`
 * and the tests all take their types from here. Pages import types from this file and nothing else
 * of the main process, so the schemas below never reach them.
 *
 * No token, key, cookie or session id is part of any type here.
 */
import { z } from 'zod';
import type { About, Licence } from './about';
import type {
  DeploymentCheck,
  DeploymentProblem,
  DeploymentProposal,
  DeploymentSnapshot,
  Preset,
} from './deployment';
import type { DiagnosticEvent } from './diagnostics';
import type { Result } from './failure';
import { type EpochMs, type MessageKey, messageId, messageKey } from './ids';
import type { InboxSnapshot, MarkOutcome, Message, MessageSummary, RefusedMark } from './inbox';
import type { LoginSnapshot } from './login';
import type { ProfileSnapshot } from './profile';
import type { SessionSnapshot } from './session';
import type { ProxyPrompt, SettingsSnapshot } from './settings';
import type { SharingSnapshot } from './sharing';
import { storedVersion } from './stored';
import type { UpdatesSnapshot } from './updates';

export type * from './about';
export type * from './deployment';
export type * from './diagnostics';
export type * from './failure';
export type { EpochMs, MessageId, MessageKey, OrganisationId, PersonId } from './ids';
export type * from './inbox';
export type * from './login';
export type * from './profile';
export type * from './session';
export type * from './settings';
export type * from './sharing';
export type * from './updates';

interface Call<Schema extends z.ZodType, Value> {
  readonly argument: Schema;
  /** Exists for the compiler only. */
  readonly value?: Value;
}

const call =
  <Value>() =>
  <Schema extends z.ZodType>(argument: Schema): Call<Schema, Value> => ({ argument });

const nothing = z.undefined();

/** The most messages that one call can be about. */
const most = 100_000;
const keys = z
  .instanceof(Uint32Array)
  .refine(({ length }) => length >= 1 && length <= most, { error: `expected 1 to ${most} keys` });
const mark = z.enum(['read', 'unread']);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const proxyHost = z
  .string()
  .max(253)
  .regex(/^([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\])$/);

/** A setting's values, for what a page asks and for what a school's policy lays down. */
export const settingValues = {
  language: z.enum(['zh-CN', 'en-US', 'system']),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.literal([100, 115, 130, 150, 200]),
  launchAtLogin: z.enum(['off', 'shown', 'hidden']),
  closeToTray: z.enum(['on', 'off']),
  markReadAfterSeconds: z.int().min(0).max(60).nullable(),
  notifications: z.enum(['on', 'off']),
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable(),
  proxy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('system') }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('manual'),
      host: proxyHost,
      port: z.int().min(1).max(65_535),
    }),
  ]),
  sharedComputer: z.enum(['yes', 'no']),
} as const;

/** What became of a deployment that she brought. */
type Brought = 'imported' | 'asked' | 'refused';
const typed = z.string().max(2048);
const draft = z.strictObject({
  name: typed,
  gateway: typed,
  messageGateway: typed,
  appId: typed,
  key: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('appKey'), appKey: typed }),
    z.strictObject({ kind: z.literal('broker'), accessTokenUrl: typed }),
  ]),
  loginPage: typed,
  redirectUri: typed,
  feedUrl: typed,
});

export const calls = {
  /** Every snapshot as it is now. */
  snapshots: call<Events>()(nothing),

  /** Lets her choose a file. `refused` and `asked` are told in the `proposal`. */
  importDeployment: call<Brought | 'cancelled'>()(nothing),
  /** The text of a file that was dropped on the window: a page tells what it read, and no path. */
  importDroppedDeployment: call<Brought>()(z.strictObject({ text: z.string().max(262_144) })),
  answerProposal: call<'answered'>()(
    z.strictObject({ id: z.int(), answer: z.enum(['accept', 'decline']) }),
  ),

  listPresets: call<readonly Preset[]>()(nothing),
  /** Named by their paths in the file that the draft would make. */
  listDraftProblems: call<readonly DeploymentProblem[]>()(draft),
  /** Tries it part by part; how far it is, is in the `check`. */
  checkDraft: call<'checked' | 'cancelled'>()(draft),
  cancelCheck: call<'cancelled'>()(nothing),
  /** As if she had chosen a file with the same in it. */
  saveDraft: call<Brought>()(draft),

  /** Opens the login window, or brings it to the front. Answers when it has ended. */
  signIn: call<'signed-in'>()(nothing),
  signOut: call<'signed-out'>()(nothing),
  /** The sign-in elsewhere was her own: she stays signed out here. */
  acknowledgeDisplacement: call<'acknowledged'>()(nothing),
  /** A heartbeat now, instead of at the next time. */
  tryNow: call<'tried'>()(nothing),

  /** For the login window's own bar. */
  retryLogin: call<'retrying'>()(nothing),
  cancelLogin: call<'cancelled'>()(nothing),

  refreshProfile: call<'refreshed'>()(nothing),
  /** Her own picture; as `loadPicture`. */
  loadPersonPicture: call<{ readonly src: string }>()(nothing),
  /** All that is kept of hers as a file, where she chooses. Answers when it has been written. */
  exportData: call<'saved' | 'cancelled'>()(nothing),

  refreshMessages: call<'refreshed'>()(nothing),
  /** The keys of what the list shows, newest first. */
  listMessages: call<Uint32Array>()(
    z.strictObject({ filter: z.enum(['all', 'unread']), search: z.string().max(200) }),
  ),
  /** In the order asked for, without those that are no longer there. */
  readSummaries: call<readonly MessageSummary[]>()(
    z.strictObject({ keys: z.array(messageKey).min(1).max(200) }),
  ),
  readMessage: call<Message>()(z.strictObject({ key: messageKey })),
  /** Fetches and checks the message's picture; the address is one of ours, for an `img`. */
  loadPicture: call<{ readonly src: string }>()(z.strictObject({ key: messageKey })),
  /** Answers when the marks are on disk. They go to the platform as soon as they can. */
  markMessages: call<MarkOutcome>()(z.strictObject({ keys, as: mark })),
  /** Also takes ids of messages that are in no list here. */
  markMessagesById: call<MarkOutcome>()(
    z.strictObject({ ids: z.array(messageId).min(1).max(most), as: mark }),
  ),
  /** At most 200, the oldest first. */
  listRefusedMarks: call<readonly RefusedMark[]>()(nothing),
  retryMarks: call<'retrying'>()(
    z.strictObject({ ids: z.union([z.literal('all'), z.array(messageId).min(1).max(200)]) }),
  ),
  discardMarks: call<'discarded'>()(
    z.strictObject({ ids: z.union([z.literal('all'), z.array(messageId).min(1).max(200)]) }),
  ),

  /** In the system's browser; http and https only. */
  openLink: call<'opened'>()(z.strictObject({ url: z.string().max(8192) })),
  /**
   * Has the network's own sign-in page (a captive portal's) opened in the system's browser. The main
   * process says at which address.
   */
  openNetworkSignIn: call<'opened'>()(nothing),
  copyText: call<'copied'>()(z.strictObject({ text: z.string().max(8192) })),

  /** The last 200, newest first. */
  listDiagnosticEvents: call<readonly DiagnosticEvent[]>()(nothing),
  /** The report goes to the clipboard, or where she chooses: no page needs to hold it. */
  copyDiagnosticReport: call<'copied'>()(nothing),
  saveDiagnosticReport: call<'saved' | 'cancelled'>()(nothing),

  /** She has read what is stored, in the list of that version, and agrees. */
  agreeToStoring: call<'agreed'>()(z.strictObject({ version: z.literal(storedVersion) })),

  /** For the page "About". */
  readAbout: call<About>()(nothing),
  /** Of all that ships, by name. `internal` where the build's file cannot be read. */
  readLicences: call<readonly Licence[]>()(nothing),
  /** The folder with the app's files, in the system's file manager. */
  showFolder: call<'shown'>()(nothing),

  /** What comes of each of these is in the `updates`; answers when it has come to an end. */
  checkForUpdates: call<'checked'>()(nothing),
  downloadUpdate: call<'downloaded' | 'cancelled'>()(nothing),
  cancelUpdate: call<'cancelled'>()(nothing),
  /** The app quits, the new version takes its place, and starts. */
  installUpdate: call<'quitting'>()(nothing),

  changeSettings: call<'changed'>()(z.strictObject(settingValues).partial()),
  /** A notice of the system's, so that she sees whether and how they are shown here. */
  showTestNotice: call<'shown'>()(nothing),
  /** What she gave in answer to `proxyPrompt`. It goes no further than the proxy and the keychain. */
  answerProxyPrompt: call<'answered'>()(
    z.strictObject({
      user: z.string().min(1).max(256),
      password: z.string().max(1024),
      keep: z.enum(['keychain', 'this-run']),
    }),
  ),
  dismissProxyPrompt: call<'dismissed'>()(nothing),
  /** Removes all that the app keeps on this computer, and starts it anew. */
  forgetComputer: call<'forgotten'>()(nothing),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Argument<Name extends CallName> = z.input<Calls[Name]['argument']>;
export type CheckedArgument<Name extends CallName> = z.output<Calls[Name]['argument']>;
export type Value<Name extends CallName> = NonNullable<Calls[Name]['value']>;

/** An event's payload is always the whole new snapshot, never a difference. */
export interface Events {
  readonly deployment: DeploymentSnapshot;
  /** A deployment that waits for her word; null while none does. */
  readonly proposal: DeploymentProposal | null;
  /** The last check of what she typed; null before the first. */
  readonly check: DeploymentCheck | null;
  readonly session: SessionSnapshot;
  readonly profile: ProfileSnapshot;
  readonly inbox: InboxSnapshot;
  readonly settings: SettingsSnapshot;
  readonly sharing: SharingSnapshot;
  /** Null while no login window is open. */
  readonly login: LoginSnapshot | null;
  /**
   * The message that something outside the window (a notice, a link) asks to be opened; null until
   * then. `unknown` is one that is not among hers.
   */
  readonly wanted: { readonly message: MessageKey | 'unknown'; readonly at: EpochMs } | null;
  /** Null while no proxy asks. */
  readonly proxyPrompt: ProxyPrompt | null;
  readonly updates: UpdatesSnapshot;
}
export type EventName = keyof Events;

/** What the preload gives a page as `window.staffroom`. */
export interface Bridge {
  call<Name extends CallName>(
    name: Name,
    ...argument: undefined extends Argument<Name> ? [] : [Argument<Name>]
  ): Promise<Result<Value<Name>>>;
  /**
   * What an earlier run kept of the person, for the first paint; null where nothing is kept, or it takes
   * too long. The snapshots, which come later, say how things are.
   */
  keptProfile(): Promise<ProfileSnapshot | null>;
  /** Gives back its unsubscribe. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}
