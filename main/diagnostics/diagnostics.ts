/**
 * What happened, kept for whoever helps: in memory for the page, in the log for afterwards, and as
 * a report. Everything passes through here on its way there, and is made harmless here.
 */
import type {
  DiagnosticEvent,
  EpochMs,
  Happening,
  SessionSnapshot,
  SettingsSnapshot,
  Versions,
} from '../../preload/contract';
import type { Deployment } from '../deployment/deployment';
import type { DeploymentFound } from '../deployment/load';
import type { MarkerPlace } from '../session/keptSession';
import type { SessionEvent, StateKind } from '../session/machine';
import { createEvents } from './events';
import { harmlessly } from './harmless';
import { lineOf } from './line';
import { reportOf } from './report';

export interface Diagnostics {
  record(happening: Happening): void;
  recordSession(event: SessionEvent, state: StateKind): void;
  /** The file now in use, or why none is; its hosts are then the ones that may be named. */
  recordDeployment(found: DeploymentFound): void;
  /** The last 200, newest first. */
  events(): readonly DiagnosticEvent[];
  /** In the language in use, redacted. */
  report(now: {
    readonly settings: SettingsSnapshot;
    readonly session: SessionSnapshot;
    readonly markerOf: (deploymentId: string) => MarkerPlace;
  }): Promise<string>;
}

export interface DiagnosticsOptions {
  readonly log: {
    info(scope: string, what: string): void;
    tail(lines: number): Promise<readonly string[]>;
  };
  readonly versions: Versions;
  readonly now?: () => EpochMs;
}

/** Some days of an ordinary run. */
const tailLines = 300;

export function createDiagnostics({
  log,
  versions,
  now = Date.now,
}: DiagnosticsOptions): Diagnostics {
  const events = createEvents();
  let found: DeploymentFound | null = null;
  let hosts: ReadonlySet<string> = new Set();

  function record(happening: Happening): void {
    const said = harmlessly(happening, hosts);
    const [last] = events.list();
    if (events.add(said, now()) === 'again') return;
    if (last !== undefined && last.times > 1) {
      const { scope } = lineOf(last.happening);
      log.info(scope, `the same ${last.times} times, until ${new Date(last.lastAt).toISOString()}`);
    }
    const { scope, what } = lineOf(said);
    log.info(scope, what);
  }

  record({ kind: 'started', versions });

  return {
    record,
    recordSession: (event, state) => record(sessionHappening(event, state)),
    recordDeployment(next) {
      found = next;
      hosts = next.kind === 'ready' ? hostsOf(next.deployment) : new Set();
      const cause =
        next.kind === 'wrong' ? ({ kind: 'wrong-file', problems: next.problems } as const) : null;
      const source = next.kind === 'ready' ? next.source : null;
      record({ kind: 'deployment', found: next.kind, source, cause });
    },
    events: events.list,
    report: async ({ settings, session, markerOf }) =>
      reportOf({
        at: now(),
        versions,
        deployment: found,
        settings,
        session,
        marker: found?.kind === 'ready' ? markerOf(found.deployment.id).read() : 'nothing',
        events: events.list(),
        log: await log.tail(tailLines),
      }),
  };
}

/** What the platform tells of a sign-in elsewhere, and which session it was, stay where they are. */
function sessionHappening(event: SessionEvent, state: StateKind): Happening {
  const cause = () => {
    switch (event.kind) {
      case 'unanswered':
        return event.cause;
      case 'sign-in-ended':
        return event.failure ?? ({ kind: 'cancelled' } as const);
      default:
        return null;
    }
  };
  return { kind: 'session', event: event.kind, state, cause: cause() };
}

/** Each address that the deployment file names, without what is in it beside the host. */
export function hostsOf({ gateway, messageGateway, login, messages, app }: Deployment) {
  const addresses = [
    gateway,
    messageGateway,
    login.page,
    login.redirectUri,
    messages.feedUrl,
    app.accessTokenUrl,
  ];
  return new Set(
    addresses.filter((address) => address !== undefined).map((address) => new URL(address).host),
  );
}
