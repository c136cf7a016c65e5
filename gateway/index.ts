import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { addresses, paths } from './addresses';
import type { CallName } from './callTable';
import { deployment } from './deployment';
import type { Fault, FaultTarget } from './faults';
import type { Awaited, JournalEntry } from './journal';
import type { FeedMessage, NewMessage } from './mailboxes';
import type { InboxSizes } from './messages/inboxes';
import type { MoreClasses, PracticePerson } from './people';
import { Platform } from './platform';
import type { IssuedSecret } from './secrets';
import type { SettingsChange } from './settings';

export type { CallName } from './callTable';
export type { Fault, FaultTarget } from './faults';
export type { JournalEntry } from './journal';
export type { FeedMessage, NewMessage } from './mailboxes';
export type { PracticePerson } from './people';
export type { IssuedSecret } from './secrets';
export type { Settings, SettingsChange } from './settings';

export interface GatewayOptions extends SettingsChange {
  /** Of the loopback address; 0 or none for any that is free. */
  readonly port?: number;
  /** Random when left out. */
  readonly appKey?: string;
  /** Milliseconds since 1970: the messages were sent in the 60 days before; now when left out. */
  readonly baseTime?: number;
  /** Such as `{ xiabing: 3000 }`: so many more classes in that person's list. */
  readonly classes?: MoreClasses;
  /**
   * How many messages an account has, such as `{ xiabing: 50_000 }`: the usual ones, and before them
   * others of the ten years before. Accounts left out have as many as usual.
   */
  readonly inboxes?: InboxSizes;
}

export interface Gateway {
  /** Such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Most of these functions over HTTP (README.md); a secret of the test's. */
  readonly controlUrl: string;
  readonly people: readonly (PracticePerson & {
    /** As the platform starts. */
    readonly inbox: { readonly total: number; readonly unread: number };
  })[];
  /** A deployment file for this platform; `overrides` is a JSON merge patch, `null` removes. */
  deployment(overrides?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** What `app.accessTokenUrl` names where a school keeps the appKey to itself. */
  readonly brokerUrl: string;

  /** Every request but those of the control address, in the order of arrival. */
  readonly journal: readonly JournalEntry[];
  clearJournal(): void;
  /** The calls as soon as there are so many; fails after 10 s. */
  until(
    call: CallName,
    times: number,
    wanted?: Partial<Pick<Awaited, 'until' | 'withinMs'>>,
  ): Promise<readonly JournalEntry[]>;
  /** Every secret the platform has made, for looking where none may be. */
  readonly secrets: readonly IssuedSecret[];
  /** The person's messages as the platform has them, oldest first. */
  messages(personId: string): readonly FeedMessage[];

  fault(call: FaultTarget, fault: Fault): void;
  /** Ends the faults; held calls go on. */
  clearFaults(): void;
  /** Held calls go on; later ones are held while the fault lasts. */
  release(): void;
  configure(change: SettingsChange): void;
  /** Its next heartbeat answers 100000. */
  endSession(personId: string): void;
  /** Its next heartbeat answers 110000. */
  displace(personId: string): void;
  /** The login page asks for the password again. */
  endSignOn(personId: string): void;
  switchOrganisation(personId: string, organisationId: string): void;
  /** All access tokens are refused from now on; new ones are given. */
  revokeAccessTokens(): void;
  /** Moves the platform's clock, on which everything's end depends. */
  advanceClock(ms: number): void;
  /** Gives the message's id; undefined for a person who is not known. */
  addMessage(personId: string, message?: NewMessage): string | undefined;
  /** Marks the messages as her other computer would; fails where one of them is not hers. */
  markMessages(personId: string, ids: readonly string[], isRead: 0 | 1): void;

  /** Its process is killed: open requests are cut off, and new connections refused until `up`. */
  down(): Promise<void>;
  /** It runs again at the same address; what it keeps in its database (everything) is as it was. */
  up(): Promise<void>;
  /** Ends held and open requests at once. */
  close(): Promise<void>;
}

const appId = 'staffroom-practice';

/** Starts a practice platform on the loopback address. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const {
    port = 0,
    appKey = randomBytes(16).toString('hex'),
    baseTime = Date.now(),
    classes = {},
    inboxes,
    ...settings
  } = options;
  const server = createServer();
  const boundPort = await listening(server, port);
  const url = `http://127.0.0.1:${boundPort}`;
  const application = { appId, appKey };
  const platform = new Platform({ url, application, settings, baseTime, inboxes, classes });
  const controlPath = `/-/control/${randomBytes(16).toString('hex')}`;
  const app = addresses(platform, controlPath);
  // The process is the test's: its global Request and Response stay as they are.
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  return {
    url,
    controlUrl: url + controlPath,
    people: platform.peopleAtStart(),
    deployment: (overrides = {}) => deployment(platform, overrides),
    brokerUrl: url + paths.broker,
    journal: platform.journal.entries,
    clearJournal: () => platform.journal.clear(),
    until: (call, times, { until = 'ended', withinMs = 10_000 } = {}) =>
      platform.journal.until({ call, times, until, withinMs }),
    secrets: platform.secrets.issued,
    messages: (personId) => platform.mailboxes.messages(personId),
    fault: (call, fault) => platform.faults.add(call, fault),
    clearFaults: () => platform.faults.clear(),
    release: () => platform.faults.release(),
    configure: (change) => platform.configure(change),
    endSession: (personId) => platform.sessions.end(personId),
    displace: (personId) => platform.sessions.displace(personId),
    endSignOn: (personId) => platform.logins.endSignOn(personId),
    switchOrganisation: (personId, organisationId) =>
      platform.people.switchOrganisation(personId, organisationId),
    revokeAccessTokens: () => platform.applications.revokeAll(),
    advanceClock: (ms) => platform.clock.advance(ms),
    addMessage: (personId, message = {}) => platform.mailboxes.add(personId, message),
    markMessages(personId, ids, isRead) {
      const outcome = platform.mailboxes.mark(personId, ids, isRead);
      if (outcome.kind === 'not-found') throw new Error('not a message of hers');
    },
    down: () => closed(server),
    async up() {
      await listening(server, boundPort);
    },
    close: () => {
      platform.close();
      return closed(server);
    },
  };
}

/** Gives the port. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
