/** The report: all that helps to find a fault, as text that a person can read before she sends it. */
import { type Catalogue, eventWords } from '../../i18n';
import { catalogueOf } from '../../i18n/catalogues';
import type {
  DiagnosticEvent,
  EpochMs,
  SessionSnapshot,
  SettingsSnapshot,
  Versions,
} from '../../preload/contract';
import type { Deployment } from '../deployment/deployment';
import type { DeploymentFound } from '../deployment/load';
import type { Marker } from '../session/keptSession';
import { redact } from './redact';

export interface ReportFacts {
  readonly at: EpochMs;
  readonly versions: Versions;
  /** Null while it is still looked for. */
  readonly deployment: DeploymentFound | null;
  readonly settings: SettingsSnapshot;
  readonly session: SessionSnapshot;
  /** What is noted of the keychain: nobody signed in, or a shared computer, keeps nothing there. */
  readonly marker: Marker;
  /** Newest first. */
  readonly events: readonly DiagnosticEvent[];
  /** Oldest first. */
  readonly log: readonly string[];
}

type Row = readonly [name: string, value: string];

/** Times are UTC, as in the log. */
export function reportOf(facts: ReportFacts): string {
  const words = catalogueOf(facts.settings.languageInUse);
  const { report: said } = words.diagnostics;
  const { versions, settings, session, marker, events, log } = facts;
  const isKept = marker === 'kept' && session.remembered;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      said.versions,
      rows([
        [words.app.name, versions.app],
        ['Electron', versions.electron],
        ['Chromium', versions.chromium],
        [said.system, versions.system],
      ]),
    ],
    [words.settings.platform, rows(deploymentRows(facts.deployment, words))],
    [
      words.settings.title,
      rows([
        [words.settings.language, `${settings.language} (${settings.languageInUse})`],
        [words.settings.theme, settings.theme],
        [words.settings.markRead, words.settings.markReadAfter(settings.markReadAfterSeconds)],
        [words.settings.notifications, settings.notifications],
        [words.settings.quietHours, hoursOf(settings) ?? said.yesNo('no')],
        [words.settings.proxy, words.settings.proxyIn[settings.proxy.kind]],
        [words.settings.textSize, words.settings.textSizeOf(settings.textSize)],
        [words.settings.lockedSettings, settings.locked.join(', ') || said.yesNo('no')],
        [words.session.label, words.session.state[session.state.kind]],
        [said.remembered, said.yesNo(isKept ? 'yes' : 'no')],
      ]),
    ],
    [words.diagnostics.events, events.map((event) => eventLine(event, words))],
    [said.log, log],
  ];
  const text = [
    `${said.title} · ${time(facts.at)}`,
    ...sections.map(([title, lines]) => [`## ${title}`, ...lines].join('\n')),
  ].join('\n\n');
  return `${redact(text, knownWords(facts.deployment))}\n`;
}

const hoursOf = ({ quietHours }: SettingsSnapshot): string | null =>
  quietHours && `${quietHours.from}–${quietHours.to}`;
const time = (at: EpochMs): string => new Date(at).toISOString();
const rows = (of: readonly Row[]): string[] => of.map(([name, value]) => `${name}: ${value}`);
const hostOf = (address: string): string => new URL(address).host;

function eventLine(event: DiagnosticEvent, words: Catalogue): string {
  const { what, why } = eventWords(words, event.happening);
  const { times } = words.diagnostics;
  const again = event.times > 1 ? ` (${times(event.times)}, ${time(event.lastAt)})` : '';
  return `${time(event.at)} ${[what, why].filter((one) => one !== null).join(' ')}${again}`;
}

function deploymentRows(found: DeploymentFound | null, words: Catalogue): readonly Row[] {
  const { deploymentFound, report: said } = words.diagnostics;
  switch (found?.kind) {
    case undefined:
      return [];
    case 'none':
      return [[said.deployment, deploymentFound.none]];
    case 'wrong':
      return [
        [said.deployment, deploymentFound.wrong],
        ...found.problems.map(
          ({ field, expected }): Row => [
            field === '' ? words.firstRun.wholeFile : field,
            words.firstRun.expected[expected],
          ],
        ),
      ];
    case 'ready':
      return [
        [words.settings.source, words.settings.sources[found.source]],
        ...readyRows(found.deployment, words),
      ];
  }
}

/** Hosts and numbers; of what is secret, or may be, only whether it is set. */
function readyRows(deployment: Deployment, words: Catalogue): readonly Row[] {
  const { gateway, messageGateway, app, login, session, messages, updatesUrl } = deployment;
  const { report: said } = words.diagnostics;
  const isSet = (value: unknown) =>
    said.yesNo(value === undefined || value === null ? 'no' : 'yes');
  const optionalHost = (address: string | undefined) =>
    address === undefined ? said.yesNo('no') : hostOf(address);
  return [
    ['id', deployment.id],
    ['name', deployment.name],
    ['gateway', hostOf(gateway)],
    ['messageGateway', hostOf(messageGateway)],
    ['app.appKey', isSet(app.appKey)],
    ['app.accessTokenUrl', optionalHost(app.accessTokenUrl)],
    ['app.sysCode', isSet(app.sysCode)],
    ['app.accessTokenInvalidCodes', String(app.accessTokenInvalidCodes.length)],
    ['login.page', hostOf(login.page)],
    ['login.redirectUri', hostOf(login.redirectUri)],
    ['login.ticketMethod', login.ticketMethod],
    ['session.heartbeatSeconds', String(session.heartbeatSeconds)],
    ['session.sources', session.sources.join(', ')],
    ['messages.feedUrl', optionalHost(messages.feedUrl)],
    ['messages.pollSeconds', String(messages.pollSeconds)],
    ['messages.platformCode', isSet(messages.platformCode)],
    ['updates.url', optionalHost(updatesUrl ?? undefined)],
  ];
}

/** What may look like a secret and is none. */
const knownWords = (found: DeploymentFound | null): ReadonlySet<string> =>
  new Set(found?.kind === 'ready' ? [found.deployment.id] : []);
