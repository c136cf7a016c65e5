/** Composition root of the main process: builds what there is, and wires it. */
import { join } from 'node:path';
import { computed, effect, signal } from '@preact/signals-core';
import { app, BrowserWindow, dialog, nativeTheme, session } from 'electron';
import { catalogueOf } from '../i18n';
import type {
  DeploymentSnapshot,
  EventName,
  Events,
  InboxSnapshot,
  ProfileSnapshot,
  Result,
  SessionSnapshot,
} from '../preload/contract';
import { answerCalls, tell } from './bridge';
import { hostOf } from './deployment/address';
import type { DeploymentFound, DeploymentPlaces } from './deployment/load';
import { machinePlace } from './deployment/place';
import { createHandlers } from './handlers';
import type { Services } from './services';
import { createKeychain, type Keychain } from './session/keychain';
import { createOauthWindow } from './session/oauthWindow';
import { guardEveryPage, refuseNetwork, refusePermissions } from './shell/guards';
import { languageFrom } from './shell/language';
import { openLog, placeOf } from './shell/log';
import { bringToFront, createMainWindow } from './shell/mainWindow';
import { setMenu } from './shell/menu';
import { pageUrl, registerPages, servePages } from './shell/pages';
import { createSettings } from './shell/settings';
import { createTray } from './shell/tray';
import { trayIsShown } from './shell/trayHost';
import { openJsonFile } from './storage/jsonFile';

const nobody: SessionSnapshot = {
  state: { kind: 'signed-out' },
  signInFailure: null,
  remembered: true,
};
const noProfile: ProfileSnapshot = { profile: null, asOf: null, refreshing: false, failure: null };
const noMessages: InboxSnapshot = {
  revision: 0,
  total: 0,
  unread: 0,
  unusable: 0,
  feed: { kind: 'absent' },
  marking: null,
};

registerPages();
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

async function run(): Promise<void> {
  const userData = app.getPath('userData');
  const built = (...path: string[]) => join(app.getAppPath(), 'out', ...path);
  const assets = join(app.getAppPath(), 'assets');
  const preload = built('preload', 'index.js');
  const log = openLog(userData);

  const settingsFile = openJsonFile(userData, 'settings');
  if (settingsFile.setAside) log.warn('settings', 'a broken file was set aside');
  const settings = createSettings({
    file: settingsFile,
    systemLanguage: languageFrom([
      app.commandLine.getSwitchValue('lang'),
      ...app.getPreferredSystemLanguages(),
    ]),
    version: app.getVersion(),
  });
  const language = computed(() => settings.snapshot.value.languageInUse);
  effect(() => setMenu(language.value));
  effect(() => {
    nativeTheme.themeSource = settings.snapshot.value.theme;
  });

  // ── Pages ──────────────────────────────────────────────────────────────────────────────────────

  const loginPages = new Set<number>();
  guardEveryPage((contentsId) => loginPages.has(contentsId));
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  servePages(session.defaultSession, built('renderer'), () => ({ language: language.value }));

  let quitting = false;
  let window: BrowserWindow | null = null;
  const openWindow = () => {
    if (window !== null) return bringToFront(window);
    window = createMainWindow({
      preload,
      title: catalogueOf(language.value).app.name,
      icon: join(assets, 'icon.png'),
      closing(closed, event) {
        if (quitting) return;
        event.preventDefault();
        closed.hide();
        void trayIsShown().then((shown) => {
          if (!shown) app.quit();
        });
      },
    });
    window.on('closed', () => {
      window = null;
    });
  };
  openWindow();
  effect(() => window?.setTitle(catalogueOf(language.value).app.name));

  const oauthWindow = createOauthWindow({
    loadBar: (bar) => void bar.loadURL(pageUrl('login')),
    preload,
    title: () => catalogueOf(language.value).login.windowTitle,
    parent: () => window,
    guard: refusePermissions,
    loginPageMade: (contentsId) => loginPages.add(contentsId),
  });

  // ── Deployment and its services ────────────────────────────────────────────────────────────────

  const places: DeploymentPlaces = {
    machine: machinePlace(process.platform, process.env.ProgramData),
    environment: process.env.STAFFROOM_DEPLOYMENT,
    imported: join(userData, 'deployment.json'),
  };
  const keychainOf = (deploymentId: string): Keychain =>
    createKeychain({
      load: async () => (await import('keytar')).default,
      deploymentId,
      timeLimit: 5_000,
    });
  const deployment = signal<DeploymentSnapshot>({ kind: 'none', lookedAt: [] });
  const services = signal<Services | null>(null);

  async function useDeployment(): Promise<void> {
    // Not before the first paint: what these load takes longer than the page itself.
    const { findDeployment } = await import('./deployment/load');
    const { createServices } = await import('./services');
    services.value?.stop();
    services.value = null;
    const found = findDeployment(places);
    deployment.value = told(found);
    log.info('deployment', found.kind === 'ready' ? `ready, ${found.source}` : found.kind);
    if (found.kind !== 'ready') return;
    for (const field of found.unknownFields) log.warn('deployment', `unknown field ${field}`);
    const profileFile = openJsonFile(userData, 'profile');
    if (profileFile.setAside) log.warn('profile', 'a broken file was set aside');
    const { id } = found.deployment;
    services.value = createServices({
      deployment: found.deployment,
      fetch: platformFetch(),
      keychain: keychainOf(id),
      marker: settings.markerOf(id),
      profileFile,
      loginWindow: oauthWindow,
      log: {
        session: (event, state) => log.info('session', `${event}, now ${state}`),
        unusable: (answer, fields) => log.warn(answer, `unusable: ${fields.join(', ')}`),
      },
    });
    void services.value.start();
  }

  async function importDeployment(): Promise<Result<'imported' | 'cancelled'>> {
    const words = catalogueOf(language.value).deployment;
    const dialogOptions: Electron.OpenDialogOptions = {
      title: words.importTitle,
      buttonLabel: words.importButton,
      filters: [{ name: words.fileKind, extensions: ['json'] }],
      properties: ['openFile'],
    };
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, dialogOptions)
      : dialog.showOpenDialog(dialogOptions));
    const [path] = filePaths;
    if (path === undefined) return { ok: true, value: 'cancelled' };
    const { importDeployment: bringIn } = await import('./deployment/import');
    const outcome = await bringIn(path, places.imported, async (id, appKey) => {
      const kept = await keychainOf(id).write('appKey', appKey);
      return kept.kind === 'done'
        ? { ok: true, value: 'kept' }
        : { ok: false, failure: { kind: 'keychain', problem: kept.kind } };
    });
    log.info('deployment', `import ${outcome.kind}`);
    switch (outcome.kind) {
      case 'imported':
        await useDeployment();
        return { ok: true, value: 'imported' };
      case 'wrong':
        // With a deployment in use, a wrong file changes nothing but this answer.
        if (deployment.value.kind !== 'ready') deployment.value = { ...outcome, path };
        return { ok: false, failure: { kind: 'wrong-file', problems: outcome.problems } };
      case 'failed':
        return { ok: false, failure: outcome.failure };
    }
  }

  // ── Snapshots, and their views ─────────────────────────────────────────────────────────────────

  const snapshots = computed<Events>(() => ({
    deployment: deployment.value,
    session: services.value?.session.snapshot.value ?? nobody,
    profile: services.value?.profile.snapshot.value ?? noProfile,
    inbox: services.value?.inbox.snapshot.value ?? noMessages,
    settings: settings.snapshot.value,
    login: oauthWindow.snapshot.value,
  }));

  const standing = new Promise<void>((resolve) => {
    window?.once('ready-to-show', () => resolve());
  }).then(useDeployment);
  answerCalls({
    handlers: standing.then(() =>
      createHandlers({
        services: () => services.value,
        settings,
        oauthWindow,
        snapshots,
        importDeployment,
      }),
    ),
    faulted: (call, error) => log.warn('bridge', `${call} failed: ${placeOf(error)}`),
  });

  const pages = () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
  const follow = <Name extends EventName>(name: Name) => {
    const snapshot = computed(() => snapshots.value[name]);
    effect(() => tell(pages(), name, snapshot.value));
  };
  const events: readonly EventName[] = [
    'deployment',
    'session',
    'profile',
    'inbox',
    'settings',
    'login',
  ];
  events.forEach(follow);

  const closeTray = createTray({
    icons: join(assets, 'tray'),
    view: () => ({
      state: snapshots.value.session.state.kind,
      unread: snapshots.value.inbox.unread,
      language: language.value,
      deployment: deployment.value.kind === 'ready' ? 'ready' : 'missing',
    }),
    commands: {
      open: openWindow,
      signIn: () => void services.value?.session.signIn(),
      signOut: () => void services.value?.session.signOut(),
      quit: () => app.quit(),
    },
  });

  app.on('second-instance', openWindow);
  app.on('activate', openWindow);
  app.on('before-quit', () => {
    quitting = true;
    services.value?.stop();
    closeTray();
  });
}

/** What a page may know of the deployment. */
function told(found: DeploymentFound): DeploymentSnapshot {
  if (found.kind !== 'ready') return found;
  const { id, name, gateway, login } = found.deployment;
  return {
    kind: 'ready',
    id,
    name,
    source: found.source,
    loginHost: hostOf(login.page),
    gatewayHost: hostOf(gateway),
  };
}

/**
 * Calls to the platform go through a session of their own, in memory: the default one would write
 * addresses with tokens in them to its cache on disk.
 */
function platformFetch(): typeof fetch {
  const platform = session.fromPartition('openapi', { cache: false });
  return (input, init) => platform.fetch(input instanceof URL ? input.href : input, init);
}
