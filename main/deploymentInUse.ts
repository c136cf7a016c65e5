/** The deployment in use and its services; an imported one takes their place. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { DeploymentSnapshot, Result, SettingsPolicy } from '../preload/contract';
import type { PreparedImport } from './deployment/import';
import type { DeploymentFound, DeploymentPlaces } from './deployment/load';
import type { Diagnostics } from './diagnostics/diagnostics';
import { watchedKeychain } from './diagnostics/watchedKeychain';
import type { PictureNetwork } from './media/pictureNetwork';
import type { SealedFile } from './profile/cache';
import type { Services, ServicesOptions } from './services';
import { keepAppKey } from './session/appKey';
import type { MarkerPlace } from './session/keptSession';
import { type Keychain, keychainFailed } from './session/keychain';
import type { LoginWindow } from './session/loginWindow';
import { type Log, placeOf } from './shell/log';

export interface DeploymentInUse {
  readonly snapshot: ReadonlySignal<DeploymentSnapshot>;
  /** Null without a deployment. */
  readonly services: ReadonlySignal<Services | null>;
  /** Where updates are looked for; null is nowhere. */
  updatesUrl(): string | null;
  /** Finds the file, and starts what it describes. */
  use(): Promise<void>;
  /**
   * Imports a file's text, and uses it: whoever is signed in is signed out first, with all that is kept
   * of hers. One that is wrong, or cannot be kept here, changes nothing that is in use.
   */
  bringIn(text: string): Promise<Result<'imported'>>;
}

export interface DeploymentInUseOptions {
  readonly places: DeploymentPlaces;
  readonly fetch: typeof fetch;
  /** No call to the platform is made before it has ended. */
  readonly begin: Promise<void>;
  /** Who issued the certificate of `host` that was refused last in that fetch. */
  readonly issuerOf: (host: string) => string | null;
  readonly keychainOf: (deploymentId: string) => Keychain;
  readonly markerOf: (deploymentId: string) => MarkerPlace;
  readonly openProfileFile: () => SealedFile;
  readonly messagesFolder: string;
  readonly picturesFolder: string;
  readonly pictureNetwork: PictureNetwork;
  readonly loginWindow: LoginWindow;
  readonly isIdle: () => boolean;
  readonly computer: ServicesOptions['computer'];
  readonly idleMs: ServicesOptions['idleMs'];
  /** What the school's IT has laid down of the settings. */
  readonly applyPolicy: (policy: SettingsPolicy) => void;
  /** Has been in use on this computer. */
  readonly noteDeployment: (id: string) => Promise<void>;
  readonly diagnostics: Diagnostics;
  readonly log: Log;
}

export function createDeploymentInUse(options: DeploymentInUseOptions): DeploymentInUse {
  const { places, markerOf, openProfileFile, loginWindow, diagnostics, log } = options;
  const keychainOf = (id: string) => watchedKeychain(options.keychainOf(id), diagnostics.record);
  const snapshot = signal<DeploymentSnapshot>({ kind: 'none', lookedAt: [] });
  const services = signal<Services | null>(null);
  const servicesLog: ServicesOptions['log'] = {
    session: diagnostics.recordSession,
    unusable: (answer, fields) => log.warn(answer, `unusable: ${fields.join(', ')}`),
    storageTrouble: (what, error) =>
      log.warn('messages', `the file was ${what}${error ? `: ${placeOf(error)}` : ''}`),
    refreshFailed: (of, cause) => diagnostics.record({ kind: 'refresh', of, cause }),
  };

  let updatesUrl: string | null = null;

  async function use(): Promise<void> {
    const { findDeployment, updatesUrlOf } = await import('./deployment/load');
    const { createServices } = await import('./services');
    services.value?.stop();
    services.value = null;
    const found = await findDeployment(places);
    snapshot.value = told(found);
    updatesUrl = updatesUrlOf(found);
    diagnostics.recordDeployment(found);
    options.applyPolicy(policyIn(found));
    if (found.kind !== 'ready') return;
    for (const field of found.unknownFields) log.warn('deployment', `unknown field ${field}`);
    const { deployment } = found;
    await options.noteDeployment(deployment.id);
    services.value = createServices({
      deployment,
      fetch: options.fetch,
      begin: options.begin,
      issuerOf: options.issuerOf,
      keychain: keychainOf(deployment.id),
      marker: markerOf(deployment.id),
      profileFile: openProfileFile(),
      messagesFolder: options.messagesFolder,
      picturesFolder: options.picturesFolder,
      pictureNetwork: options.pictureNetwork,
      loginWindow,
      isIdle: options.isIdle,
      computer: options.computer,
      idleMs: options.idleMs,
      log: servicesLog,
    });
    // Until it is known whether somebody is signed in, no page says that nobody is.
    await services.value.start();
  }

  /**
   * Before the next deployment comes: afterwards nobody would look for the former one's entries in the
   * keychain again. That goes for what an earlier sign-out could not remove, too.
   */
  async function leave(): Promise<Result<'left'>> {
    const former = snapshot.value;
    const session = services.value?.session;
    if (former.kind !== 'ready' || session === undefined) return { ok: true, value: 'left' };
    const isKept = markerOf(former.id).read() !== 'nothing';
    if (isKept) {
      // Else she would be signed out, and the next deployment would still not come.
      const reached = await keychainOf(former.id).probe();
      if (reached.kind !== 'done') return keychainFailed(reached);
    }
    if (isKept || session.snapshot.value.state.kind !== 'signed-out') {
      const signedOut = await session.signOut();
      if (!signedOut.ok) return signedOut;
    }
    return { ok: true, value: 'left' };
  }

  async function replaceBy(next: PreparedImport): Promise<Result<'imported'>> {
    const former = snapshot.value;
    const left = await leave();
    if (!left.ok) {
      await next.drop();
      return left;
    }
    const taken = await next.take();
    if (taken.ok && former.kind === 'ready' && former.id !== next.deployment.id) {
      await keychainOf(former.id).remove('appKey');
    }
    return taken;
  }

  return {
    snapshot,
    services,
    updatesUrl: () => updatesUrl,
    use,

    async bringIn(text) {
      const { prepareImport } = await import('./deployment/import');
      const prepared = await prepareImport(text, {
        copy: places.imported,
        keepAppKey: (id, appKey) => keepAppKey(keychainOf(id), appKey),
      });
      const outcome = prepared.ok ? await replaceBy(prepared.value) : prepared;
      log.info('deployment', outcome.ok ? 'imported' : `not imported: ${outcome.failure.kind}`);
      if (outcome.ok) await use();
      return outcome;
    },
  };
}

/** Only administrators can have written the machine's file; whoever brings another binds nobody. */
const policyIn = (found: DeploymentFound): SettingsPolicy =>
  found.kind === 'ready' && found.source === 'machine' ? found.deployment.policy.settings : {};

/** What a page may know of the deployment. */
function told(found: DeploymentFound): DeploymentSnapshot {
  if (found.kind !== 'ready') return found;
  const { id, name, gateway, login } = found.deployment;
  return {
    kind: 'ready',
    id,
    name,
    source: found.source,
    loginHost: new URL(login.page).host,
    gatewayHost: new URL(gateway).host,
  };
}
