/** Composition root of the main process: builds what there is, and wires it to the first window. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { computed, effect } from '@preact/signals-core';
import { app, BrowserWindow, dialog, powerMonitor } from 'electron';
import { catalogueOf } from '../i18n/catalogues';
import type { Failure, Licence, Result, Value } from '../preload/contract';
import { tell } from './bridge';
import { followComingAndGoing } from './comingAndGoing';
import { machineFile } from './deployment/place';
import { createDeploymentChecks } from './deploymentCheck';
import { createDeploymentInUse } from './deploymentInUse';
import { createDeploymentProposals, type DeploymentProposals } from './deploymentProposals';
import { createDiagnostics } from './diagnostics/diagnostics';
import type { FirstPage } from './firstPage';
import { createHandlers } from './handlers';
import type { Pictured } from './media/pictures';
import { removeWhatIsUnused } from './removeUnused';
import { createOauthWindow } from './session/oauthWindow';
import { appId } from './shell/appId';
import { createCertificateIssuers } from './shell/certificateIssuers';
import type { FirstWindow } from './shell/firstWindow';
import { forgetFiles, forgetKeychain } from './shell/forget';
import { sinceInput } from './shell/input';
import { followLaunchAtLogin, restart, setLaunchAtLogin } from './shell/launchAtLogin';
import { type Log, openLog, placeOf } from './shell/log';
import { bringToFront, showPage } from './shell/mainWindow';
import { followMenu } from './shell/menu';
import { followMessageLinks, type MessageLinks } from './shell/messageLinks';
import { followArrivals } from './shell/messageNotices';
import { createNetworkGuard } from './shell/networkGuard';
import { linkScheme, type OpenRequest } from './shell/openRequest';
import type { OpenRequests } from './shell/openRequests';
import { chooseOwnDataFile } from './shell/ownDataFile';
import { pageUrl } from './shell/pages';
import { createPictureNetwork } from './shell/pictureNetwork';
import { createPlatformNetwork } from './shell/platformNetwork';
import { createProxyAdmission } from './shell/proxyAdmission';
import { createProxyPassword } from './shell/proxyPassword';
import { createProxyRoute } from './shell/proxyRoute';
import { isRelease } from './shell/release';
import { saveReport } from './shell/reportFile';
import { followWithNotices } from './shell/sessionNotice';
import { showNotice } from './shell/systemNotice';
import { followTextSize } from './shell/textSize';
import { followUnread } from './shell/unreadBadge';
import { updateKey } from './shell/updateKey';
import { versionsInUse } from './shell/versions';
import { followSnapshots, snapshotsOf } from './snapshots';
import { createUpdatesInUse } from './updatesInUse';

/**
 * From the first paint to the first call to the platform, in milliseconds. What that loads takes as
 * long as all that the page shows first, and would come in between.
 */
const firstCallDelay = 600;

/** Owns the keychain's entries that are of no one deployment. Names another entry than any of theirs. */
const thisComputer = 'this-computer';

/** Seconds without keyboard and mouse after which she counts as away. */
const idleAfter = 60;

/** Wires everything to the window that is there. */
export function run(first: FirstWindow, firstPage: FirstPage, openRequests: OpenRequests): void {
  // A checkout must not take the links of the app that is installed.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  // Windows shows no notice of an app that it does not know by the id of its Start menu entry.
  if (process.platform === 'win32') app.setAppUserModelId(appId);
  const { window, painted, settings, language, loginPages, userData } = first;
  const assets = join(app.getAppPath(), 'assets');
  const logs = app.getPath('logs');
  const log = openLog(logs);
  const diagnostics = createDiagnostics({ log, versions: versionsInUse() });
  const tellSetAside = (name: string, to: string | null) => {
    if (to === null) return;
    const isMoved = basename(to) !== `${name}.json`;
    log.warn(name, `a broken file was ${isMoved ? 'set aside' : 'found, and cannot be moved'}`);
    settings.noteSetAside(basename(to));
  };
  for (const [name, to] of first.setAside) tellSetAside(name, to);
  const words = computed(() => catalogueOf(language.value));

  // ── The window ─────────────────────────────────────────────────────────────────────────────────

  const zoom = () => settings.snapshot.value.textSize / 100;
  // Windows and macOS have it from the program's file.
  if (process.platform === 'linux') window.setIcon(join(assets, 'icon.png'));
  const openWindow = () => bringToFront(window);
  const openPage = (page: 'messages' | 'settings' | 'about') => {
    openWindow();
    showPage(window, page);
  };

  followTextSize(window, settings);
  void painted.then(() => followMenu({ settings, openPage }));

  // ── The way out to the network, and the keychain ───────────────────────────────────────────────

  const { keychainOf, keytarCalls } = firstPage;
  const proxyPassword = createProxyPassword(keychainOf(thisComputer), () => {
    // What asked has waited too long for her by now.
    void services()?.session.tryNow();
    if (oauthWindow.snapshot.value?.page.kind === 'failed') oauthWindow.retry();
  });
  const admission = createProxyAdmission(proxyPassword);
  admission.answerForPages();
  const route = createProxyRoute(settings.snapshot.value.proxy);

  const issuers = createCertificateIssuers();
  const guard = createNetworkGuard(issuers, route);
  const oauthWindow = createOauthWindow({
    loadBar: (bar) => void bar.loadURL(pageUrl('login')),
    preload: first.preload,
    title: () => words.value.login.windowTitle,
    noMoreDialogs: () => words.value.login.noMoreDialogs,
    parent: () => window,
    guard,
    zoom,
    issuerOf: issuers.issuerOf,
    loginPageMade: (contentsId) => loginPages.add(contentsId),
  });

  const platformFetch = createPlatformNetwork(guard, admission);

  // ── Deployment, services, bridge ───────────────────────────────────────────────────────────────

  /** Ends when what is kept has had its time to be shown: what goes out to the network comes after. */
  const begin = new Promise<void>((resolve) => {
    void painted.then(() => setTimeout(resolve, firstCallDelay));
  });
  const inUse = createDeploymentInUse({
    places: {
      ...machineFile(isRelease() ? 'release' : 'other', process),
      environment: process.env.STAFFROOM_DEPLOYMENT,
      imported: join(userData, 'deployment.json'),
    },
    fetch: platformFetch,
    begin,
    issuerOf: issuers.issuerOf,
    keychainOf,
    markerOf: settings.markerOf,
    openProfileFile() {
      const file = firstPage.profileFile();
      tellSetAside('profile', file.setAside);
      return file;
    },
    messagesFolder: join(userData, 'messages'),
    picturesFolder: join(userData, 'pictures'),
    pictureNetwork: createPictureNetwork(guard, admission),
    loginWindow: oauthWindow,
    isIdle: () => powerMonitor.getSystemIdleTime() >= idleAfter,
    computer: () => (settings.snapshot.value.sharedComputer === 'yes' ? 'shared' : 'own'),
    idleMs: sinceInput(window),
    applyPolicy: settings.apply,
    noteDeployment: settings.noteDeployment,
    diagnostics,
    log,
  });
  const services = () => inUse.services.value;

  const proposals = createDeploymentProposals({
    inUse: inUse.snapshot,
    bringIn: inUse.bringIn,
    fetch: platformFetch,
    issuerOf: issuers.issuerOf,
    log: (what) => log.info('deployment', what),
  });
  const checks = createDeploymentChecks({
    fetch: platformFetch,
    issuerOf: issuers.issuerOf,
  });

  async function importDeployment(): Promise<Result<Value<'importDeployment'>>> {
    const { importTitle, importButton, fileKind } = words.value.deployment;
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: importTitle,
      buttonLabel: importButton,
      filters: [{ name: fileKind, extensions: ['json', 'staffroom'] }],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    return {
      ok: true,
      value: path === undefined ? 'cancelled' : await proposals.bringFile(path, 'window'),
    };
  }

  async function readLicences(): Promise<readonly Licence[]> {
    const file = join(app.getAppPath(), 'out', 'renderer', 'licences.json');
    return JSON.parse(await readFile(file, 'utf8'));
  }

  async function forgetComputer(): Promise<Result<'forgotten'>> {
    const owners = [...settings.knownDeployments(), thisComputer];
    const forgotten = await forgetKeychain(owners.map(keychainOf));
    if (!forgotten.ok) return forgotten;
    services()?.stop();
    setLaunchAtLogin('off');
    forgetFiles(userData, logs);
    restart();
    return forgotten;
  }

  const person = () => inUse.services.value?.session.account.value?.personId ?? null;
  const { wanted, want } = followArrivals({
    inbox: () => inUse.services.value?.inbox ?? null,
    person,
    settings: settings.snapshot,
    content: () => (inUse.services.value?.endsAtQuit() ? 'count' : 'senders-and-titles'),
    show: showNotice,
    openWindow,
    openList() {
      openPage('messages');
    },
  });

  const links = followMessageLinks({ inbox: () => services()?.inbox ?? null, person, want });

  const updates = createUpdatesInUse({
    key: updateKey(),
    async load(from) {
      const { startUpdates } = await import('./shell/startUpdates');
      const failed = (doing: string, failure: Failure) => {
        const why = failure.kind === 'update' ? failure.why : failure.kind;
        log.warn('updates', `${doing}: ${why}`);
      };
      const { issuerOf } = issuers;
      return startUpdates({ ...from, userData, guard, issuerOf, admission, failed });
    },
  });

  const snapshots = snapshotsOf({
    deployment: inUse.snapshot,
    proposal: proposals.snapshot,
    check: checks.snapshot,
    services: inUse.services,
    settings: settings.snapshot,
    login: oauthWindow.snapshot,
    wanted,
    proxyPrompt: proxyPassword.prompt,
    updates: updates.snapshot,
  });
  /** Of what may be stored she is asked on the page, so the page has to be seen for it. */
  function signIn(): Promise<Result<'signed-in'>> | null {
    const { settings: chosen, sharing } = snapshots.value;
    if (chosen.storing === 'to-ask' && sharing.computer === 'own') return null;
    const noDeployment = {
      ok: false,
      failure: { kind: 'not-ready', needs: 'deployment' },
    } as const;
    return services()?.session.signIn() ?? Promise.resolve(noDeployment);
  }
  /** From outside the window, where it may be asked for before there are services. */
  const signInOrAsk = () =>
    ready.then(
      () => {
        if (signIn() === null) openWindow();
      },
      // The page says why.
      openWindow,
    );

  // Before any of it is opened: whoever opens it uses it.
  const ready = Promise.all([firstPage.keychainFree, removeWhatIsUnused(userData, log)]).then(
    inUse.use,
  );
  const handlers = ready.then(() =>
    createHandlers({
      services,
      settings,
      oauthWindow,
      snapshots,
      diagnostics,
      saveReport: (report) => saveReport(report, window, words.value.diagnostics),
      chooseDataFile: () => chooseOwnDataFile(window, words.value.ownData),
      importDeployment,
      proxyPassword,
      showTestNotice: () => void showNotice(words.value.testNotice, openWindow),
      forgetComputer,
      proposals,
      checks,
      updates,
      about: { versions: versionsInUse(), folder: userData },
      readLicences,
      signIn,
    }),
  );
  const faulted = (call: string, error: unknown) =>
    log.warn('bridge', `${call} failed: ${placeOf(error)}`);
  const readPicture = async (of: Pictured) => (await services()?.pictures.read(of)) ?? null;
  const answering = handlers.then((made) => {
    void updates.begin(inUse.updatesUrl());
    firstPage.answer({ handlers: made, faulted, readPicture });
    // Not before it is known whether somebody is signed in: a page that shows what is kept of her would
    // be told that nobody is.
    followSnapshots(snapshots, (name, payload) => {
      const pages = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
      tell(pages, name, payload);
    });
    followLaunchAtLogin(settings.snapshot, (how) =>
      log.warn('launch at login', `could not be set to ${how}`),
    );
    // Before that it is not known which deployment is in use.
    openRequests.follow((request) => open(request, { links, proposals, log }));
  });
  answering.catch((error: unknown) => {
    log.warn('start', `failed: ${placeOf(error)}`);
    firstPage.fail(error);
  });

  effect(() => void route.set(settings.snapshot.value.proxy));
  effect(() => {
    zoom();
    oauthWindow.zoomChanged();
  });
  // Asked for in the main window, before which the login window stands.
  const isAsked = computed(() => proxyPassword.prompt.value !== null);
  isAsked.subscribe((asked) => {
    if (asked) oauthWindow.window()?.hide();
    else oauthWindow.window()?.show();
    if (asked) openWindow();
  });

  followUnread({
    window,
    icons: join(assets, 'badge'),
    unread: () => snapshots.value.inbox.unread,
    language: () => language.value,
  });

  followWithNotices({
    state: () => snapshots.value.session.state,
    language: () => language.value,
    signIn() {
      openWindow();
      signInOrAsk();
    },
  });

  followComingAndGoing({
    first,
    tray: {
      icons: join(assets, 'tray'),
      view: () => ({
        state: snapshots.value.session.state,
        unread: snapshots.value.inbox.unread,
        language: language.value,
        deployment: snapshots.value.deployment.kind === 'ready' ? 'ready' : 'missing',
      }),
    },
    services,
    isUnreachable: computed(() => snapshots.value.session.state.kind === 'unreachable'),
    diagnostics,
    openWindow,
    signIn: signInOrAsk,
    keychainCalls: keytarCalls.underWay,
    quitting: updates.stop,
  });
}

/** What a link, a file or a start's argument asks for. */
function open(
  request: OpenRequest,
  { links, proposals, log }: { links: MessageLinks; proposals: DeploymentProposals; log: Log },
): void {
  switch (request.kind) {
    case 'message':
      links.open(request.id);
      break;
    case 'deployment-url':
      proposals.bringLink(request.url);
      break;
    case 'deployment-file':
      void proposals.bringFile(request.path, 'system');
      break;
    case 'refused':
      log.warn('shell', 'a start asked for something that is none of ours');
      break;
    case 'none':
      break;
  }
}
