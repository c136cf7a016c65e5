/**
 * Everything that may cross between the main process and a page of ours.
 *
 * `calls` maps a call's name to the schema of its argument and the type of its value; `Events` maps
 * an event's name to its payload. The preload's `window.staffroom`, the handlers in `main/bridge.ts`
 * and the tests all take their types from here. Pages import types from this file and nothing else
 * of the main process, so the schemas below never reach them.
 *
 * No token, key, cookie or session id is part of any type here.
 */
import { z } from 'zod';

/** Milliseconds since 1970. */
export type EpochMs = number;

const messageId = z.string().min(1).max(128).brand('MessageId');
export type MessageId = z.output<typeof messageId>;
export type PersonId = string & z.core.$brand<'PersonId'>;
export type OrganisationId = string & z.core.$brand<'OrganisationId'>;

// ── Results and failures ─────────────────────────────────────────────────────────────────────────

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Why something did not happen. Every kind has words of its own in `i18n`. */
export type Failure =
  /** The machine has no network. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout'; readonly host: string; readonly afterMs: number }
  | { readonly kind: 'dns'; readonly host: string }
  | {
      readonly kind: 'refused';
      readonly host: string;
      readonly how: 'refused' | 'reset' | 'unreachable';
    }
  | { readonly kind: 'proxy' }
  /** `reason` is Chromium's name of it, such as `CERT_AUTHORITY_INVALID`. */
  | { readonly kind: 'tls'; readonly host: string; readonly reason: string }
  /** Something answered, but not the platform: a captive portal, a proxy's page, HTML. */
  | { readonly kind: 'not-the-platform'; readonly host: string }
  | { readonly kind: 'http-status'; readonly host: string; readonly status: number }
  /** 5xx. */
  | { readonly kind: 'server'; readonly host: string; readonly status: number }
  /** The platform's own code and words. */
  | { readonly kind: 'rejected'; readonly code: string; readonly text: string }
  /** `field` is the path of what made the answer unusable, such as `result.user_id`. */
  | { readonly kind: 'malformed'; readonly field: string; readonly problem: string }
  | { readonly kind: 'too-large'; readonly host: string; readonly limitBytes: number }
  | { readonly kind: 'keychain'; readonly problem: 'locked' | 'unavailable' }
  | { readonly kind: 'storage' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalid-argument'; readonly argument: string }
  /** The session that the login page gave is not that of the person it named. */
  | { readonly kind: 'wrong-person' }
  /** The system did not open an address: no browser, or none that is allowed. */
  | { readonly kind: 'no-browser' }
  /** The file that was chosen is no usable deployment file. */
  | { readonly kind: 'wrong-file'; readonly problems: readonly DeploymentProblem[] }
  /** A fault of the app's own; the log has where. */
  | { readonly kind: 'internal' }
  | { readonly kind: 'not-ready'; readonly needs: 'deployment' | 'sign-in' | 'feed' };

export type FailureKind = Failure['kind'];

// ── Session ──────────────────────────────────────────────────────────────────────────────────────

export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signing-in' }
  /** A session was kept from an earlier run; its first heartbeat has not been answered yet. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'active'; readonly lastHeartbeatAt: EpochMs }
  | {
      readonly kind: 'unreachable';
      readonly cause: Failure;
      readonly since: EpochMs;
      readonly nextTryAt: EpochMs;
    }
  /** The platform said, twice, that the session is gone. */
  | { readonly kind: 'expired'; readonly since: EpochMs }
  /** The same account signed in elsewhere. `log` is what the platform tells of it, as lines. */
  | { readonly kind: 'displaced'; readonly since: EpochMs; readonly log: readonly string[] }
  /** Signed in, but the deployment gives no session id, so nothing can be kept alive. */
  | { readonly kind: 'no-session' }
  | { readonly kind: 'keychain-locked' };

export interface SessionSnapshot {
  readonly state: SessionState;
  /** Why the last sign-in did not succeed; null after a success, a cancelling or a new start. */
  readonly signInFailure: Failure | null;
  /** False when the keychain could not keep the sign-in: it then lasts for this run only. */
  readonly remembered: boolean;
}

// ── Profile and organisations ────────────────────────────────────────────────────────────────────

export interface ProfileSnapshot {
  readonly profile: Profile | null;
  /** When the platform last gave it. */
  readonly asOf: EpochMs | null;
  readonly refreshing: boolean;
  /** Why the last refresh failed. */
  readonly failure: Failure | null;
}

export interface Profile {
  readonly person: Person;
  /** Institutions and schools, the current one first. */
  readonly organisations: readonly OrganisationNode[];
  /** Roles in organisations that are in no list of hers. */
  readonly rolesElsewhere: readonly Role[];
  readonly currentOrganisationId: OrganisationId | null;
}

export interface Person {
  readonly id: PersonId;
  /** What her colleagues call her: her name in the organisation she used last. */
  readonly name: string;
  /** The account's own name, often a login such as `lm650730`. */
  readonly accountName: string | null;
  readonly nickName: string | null;
  /** GB/T 2261.1: `1` male, `2` female; other codes as sent. */
  readonly gender: string | null;
  readonly birthdate: EpochMs | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly status: string | null;
  /** `0` student, `1` teacher, `2` parent; other codes as sent. */
  readonly userType: string | null;
  readonly firstUserType: string | null;
  readonly platformCode: string | null;
  readonly platformPath: readonly string[];
  readonly firstPlatformCode: string | null;
  readonly region: {
    readonly province: string | null;
    readonly city: string | null;
    readonly area: string | null;
  };
  readonly lastOrganisation: { readonly id: OrganisationId; readonly name: string | null } | null;
  /** Fields that no document names, as sent. */
  readonly extra: readonly { readonly name: string; readonly value: string }[];
}

export type OrganisationKind =
  | 'institution'
  | 'school'
  | 'campus'
  | 'department'
  | 'class'
  | 'other';

export interface OrganisationNode {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  /** `org_type` as sent; null for a level that is in no list of the platform's. */
  readonly typeCode: string | null;
  readonly name: string;
  readonly parts: readonly Part[];
  readonly roles: readonly Role[];
  readonly children: readonly OrganisationNode[];
}

/** What the person is in one organisation. */
export interface Part {
  readonly nameThere: string | null;
  readonly userType: string | null;
  readonly joinedAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly headTeacher: boolean;
  readonly classMonitor: boolean;
  readonly subjects: readonly Subject[];
  readonly extra: readonly { readonly name: string; readonly value: string }[];
}

export interface Subject {
  readonly id: string;
  readonly kind: 'base' | 'custom' | 'unknown';
  readonly schoolPeriod: string | null;
}

/** Roles come without a name: what they may do and their ids is all there is to show. */
export interface Role {
  readonly id: string;
  readonly parentId: string | null;
  readonly typeCode: string | null;
  readonly organisationId: OrganisationId | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  readonly powers: readonly Power[];
}

export interface Power {
  /** The platform's word, such as `sub_manager_app`. */
  readonly name: string;
  /** What it extends to; `all` means everything. Null where the platform sent no readable list. */
  readonly values: readonly string[] | null;
  /** As sent, for when it cannot be read. */
  readonly raw: string;
}

// ── Messages ─────────────────────────────────────────────────────────────────────────────────────

export interface InboxSnapshot {
  /** Grows with every change: a list read at a lower revision is out of date. */
  readonly revision: number;
  readonly total: number;
  readonly unread: number;
  /** Entries of the feed that are no message anybody could show. */
  readonly unusable: number;
  readonly feed:
    | { readonly kind: 'absent' }
    | { readonly kind: 'waiting' }
    | { readonly kind: 'reading' }
    | { readonly kind: 'read'; readonly at: EpochMs }
    | { readonly kind: 'failed'; readonly failure: Failure; readonly at: EpochMs };
  /** Marks the platform has not yet taken; null when there are none. */
  readonly marking: { readonly done: number; readonly of: number } | null;
}

export interface MessageSummary {
  readonly id: MessageId;
  readonly kind: MessageBody['kind'];
  readonly sender: string;
  readonly sentAt: EpochMs;
  readonly isRead: boolean;
  readonly title: string;
  /** One line of its text. */
  readonly preview: string;
}

export interface Message extends MessageSummary {
  readonly body: MessageBody;
}

export type MessageBody =
  | { readonly kind: 'text'; readonly content: string }
  | {
      readonly kind: 'link';
      readonly title: string;
      readonly content: string;
      readonly url: string | null;
      readonly pictureUrl: string | null;
    }
  | {
      readonly kind: 'oa';
      readonly head: { readonly text: string; readonly background: Colour };
      readonly title: string | null;
      readonly content: string | null;
      readonly pictureUrl: string | null;
      readonly fileCount: number | null;
      readonly author: string | null;
      readonly form: readonly { readonly key: string; readonly value: string }[];
      readonly url: string | null;
    }
  /** A kind that no document names, kept as sent. */
  | { readonly kind: 'unknown'; readonly type: string; readonly json: string };

/** `alpha` 0 to 1, `rgb` six hex digits. */
export interface Colour {
  readonly alpha: number;
  readonly rgb: string;
}

export interface MarkOutcome {
  /** How many the platform took. */
  readonly marked: number;
  /** Calls it did not take, with their ids: nothing of these was changed. */
  readonly refused: readonly {
    readonly ids: readonly MessageId[];
    readonly failure: Failure;
  }[];
}

// ── Deployment, settings, login window ───────────────────────────────────────────────────────────

export type DeploymentSnapshot =
  | {
      readonly kind: 'ready';
      readonly id: string;
      readonly name: string;
      readonly source: 'machine' | 'environment' | 'imported';
      readonly loginHost: string;
      readonly gatewayHost: string;
    }
  | { readonly kind: 'none'; readonly lookedAt: readonly string[] }
  | {
      readonly kind: 'wrong';
      readonly path: string;
      readonly problems: readonly DeploymentProblem[];
    };

export interface DeploymentProblem {
  /** Path in the file, such as `app.appKey`; empty for the file as a whole. */
  readonly field: string;
  readonly expected: DeploymentExpectation;
}

/** What a deployment file should have held where it did not; worded in `i18n`. */
export type DeploymentExpectation =
  | 'readable-file'
  | 'administrators-only'
  | 'json'
  | 'schema-1'
  | 'known-preset'
  | 'https-address'
  | 'web-address'
  | 'app-key-or-broker'
  | 'text'
  | 'id'
  | 'list'
  | 'yes-or-no'
  | 'heartbeat-seconds'
  | 'seconds'
  | 'one-of-the-documented'
  | 'object';

export type Language = 'zh-CN' | 'en-US';

export interface Settings {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
}

export interface SettingsSnapshot extends Settings {
  /** What `system` comes to on this machine, or the language that was chosen. */
  readonly languageInUse: Language;
  readonly version: string;
}

/** What the bar of the login window shows. */
export interface LoginSnapshot {
  /** Where the password is typed, such as `sso.example.edu.cn`. */
  readonly host: string;
  readonly secure: boolean;
  readonly page:
    | { readonly kind: 'opening' }
    | { readonly kind: 'shown' }
    /** The person has signed in; her code is being exchanged. */
    | { readonly kind: 'finishing' }
    | { readonly kind: 'failed'; readonly failure: Failure };
}

/** What a page needs for its first paint; main writes it into the page as JSON with id `boot`. */
export interface Boot {
  readonly language: Language;
}

// ── The two maps ─────────────────────────────────────────────────────────────────────────────────

interface Call<Schema extends z.ZodType, Value> {
  readonly argument: Schema;
  /** Exists for the compiler only. */
  readonly value?: Value;
}

const call =
  <Value>() =>
  <Schema extends z.ZodType>(argument: Schema): Call<Schema, Value> => ({ argument });

const nothing = z.undefined();

export const calls = {
  /** Every snapshot as it is now. */
  snapshots: call<Events>()(nothing),

  importDeployment: call<'imported' | 'cancelled'>()(nothing),

  /** Opens the login window, or brings it to the front. Answers when it has ended. */
  signIn: call<'signed-in'>()(nothing),
  signOut: call<'signed-out'>()(nothing),
  /** A heartbeat now, instead of at the next time. */
  tryNow: call<'tried'>()(nothing),

  /** For the login window's own bar. */
  retryLogin: call<'retrying'>()(nothing),
  cancelLogin: call<'cancelled'>()(nothing),

  refreshProfile: call<'refreshed'>()(nothing),

  refreshMessages: call<'refreshed'>()(nothing),
  /** Newest first. */
  listMessages: call<readonly MessageSummary[]>()(
    z.strictObject({ filter: z.enum(['all', 'unread']) }),
  ),
  readMessage: call<Message>()(z.strictObject({ id: messageId })),
  /** Any number of ids; sent to the platform 50 at a time. */
  markMessages: call<MarkOutcome>()(
    z.strictObject({
      ids: z.array(messageId).min(1).max(100_000),
      as: z.enum(['read', 'unread']),
    }),
  ),

  /** In the system's browser; http and https only. */
  openLink: call<'opened'>()(z.strictObject({ url: z.string().max(8192) })),
  copyText: call<'copied'>()(z.strictObject({ text: z.string().max(8192) })),

  changeSettings: call<'changed'>()(
    z.strictObject({
      language: z.enum(['zh-CN', 'en-US', 'system']).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
    }),
  ),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Argument<Name extends CallName> = z.input<Calls[Name]['argument']>;
export type CheckedArgument<Name extends CallName> = z.output<Calls[Name]['argument']>;
export type Value<Name extends CallName> = NonNullable<Calls[Name]['value']>;

/** An event's payload is always the whole new snapshot, never a difference. */
export interface Events {
  readonly deployment: DeploymentSnapshot;
  readonly session: SessionSnapshot;
  readonly profile: ProfileSnapshot;
  readonly inbox: InboxSnapshot;
  readonly settings: SettingsSnapshot;
  /** Null while no login window is open. */
  readonly login: LoginSnapshot | null;
}
export type EventName = keyof Events;

/** What the preload gives a page as `window.staffroom`. */
export interface Bridge {
  call<Name extends CallName>(
    name: Name,
    ...argument: undefined extends Argument<Name> ? [] : [Argument<Name>]
  ): Promise<Result<Value<Name>>>;
  /** Gives back its unsubscribe. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}
