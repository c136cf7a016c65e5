/**
 * electron-updater, told what to believe: it is given a description that `look` has checked, fetches
 * the one file of it that fits into a folder of ours, and compares its hash.
 */
import { app, type Session } from 'electron';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater';
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater';
import { Provider, type ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { CancellationToken, type ProgressInfo, type UpdateInfo } from 'electron-updater/out/types';
import type { Failure } from '../../preload/contract';
import { compareVersions, type Description, fileFor } from '../updates/description';
import { type LookOptions, look } from '../updates/look';
import type { Found, Updater } from '../updates/updates';
import type { Installation } from './installation';
import { downloadFailure } from './updateFailure';
import { guardUpdates } from './updateNetwork';

/** What it keeps is in a folder that "forget this computer" knows, and not in the system's cache. */
class OwnAppImageUpdater extends AppImageUpdater {
  readonly kept: DownloadedUpdateHelper;
  constructor(folder: string) {
    super();
    this.kept = new DownloadedUpdateHelper(folder);
    this.downloadedUpdateHelper = this.kept;
  }
}

class OwnNsisUpdater extends NsisUpdater {
  readonly kept: DownloadedUpdateHelper;
  constructor(folder: string) {
    super();
    this.kept = new DownloadedUpdateHelper(folder);
    this.downloadedUpdateHelper = this.kept;
  }
}

export type OwnUpdater = OwnAppImageUpdater | OwnNsisUpdater;

/** Where it is only to look, either will do. */
export const ownUpdater = (folder: string): OwnUpdater =>
  process.platform === 'win32' ? new OwnNsisUpdater(folder) : new OwnAppImageUpdater(folder);

export interface ElectronUpdaterOptions {
  readonly theirs: OwnUpdater;
  /** Theirs, on its way out. */
  readonly session: Session;
  readonly installation: Installation;
  readonly looking: LookOptions;
}

/** A download that brings nothing for so long is given up. Milliseconds. */
const patience = 60_000;

/** What electron-updater hands on of a failure that has been named already. */
class LookFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export function createElectronUpdater(options: ElectronUpdaterOptions): Updater {
  const { theirs, session, installation, looking } = options;
  const { base, current, system, issuerOf } = looking;
  const network = guardUpdates(session, base.origin);
  /** What `look` found last, for `download`. */
  let offered: { readonly url: string; readonly bytes: number } | null = null;

  theirs.logger = null;
  theirs.autoDownload = false;
  // She says when it is installed; a quit is to take less than two seconds.
  theirs.autoInstallOnAppQuit = false;
  // Maps of blocks, by which they fetch parts alone, are not signed.
  theirs.disableDifferentialDownload = true;
  theirs.disableWebInstaller = true;
  // Whether this installation renews itself is `installation`; others may still look.
  theirs.forceDevUpdateConfig = true;
  theirs.requestHeaders = { 'accept-encoding': 'identity' };

  class SignedProvider extends Provider<UpdateInfo> {
    constructor(_configuration: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    override async getLatestVersion(): Promise<UpdateInfo> {
      const found = await look(looking);
      if (!found.ok) throw new LookFailed(found.failure);
      return told(found.value);
    }
    override resolveFiles({ files }: UpdateInfo) {
      return files.map((info) => ({ url: new URL(info.url, base), info }));
    }
  }
  theirs.setFeedURL({ provider: 'custom', updateProvider: SignedProvider });

  /** Of its files the one that fits alone: nothing is left to guess. */
  function told({ version, files, stagingPercentage }: Description): UpdateInfo {
    const fitting = installation === 'by-itself' ? fileFor(system, files) : null;
    if (installation === 'by-itself' && fitting === null) {
      throw new LookFailed({ kind: 'update', why: 'unusable' });
    }
    return {
      version,
      files: fitting ? [{ url: fitting.name, size: fitting.bytes, sha512: fitting.sha512 }] : [],
      // Asked for by their type, and used for descriptions without `files` alone.
      path: '',
      sha512: '',
      releaseDate: '',
      ...(stagingPercentage !== null && { stagingPercentage }),
    };
  }

  async function found(): Promise<Found> {
    const checked = await theirs.checkForUpdates();
    if (checked === null) throw new LookFailed({ kind: 'internal' });
    const { version, files } = checked.updateInfo;
    if (!checked.isUpdateAvailable) {
      // What is kept has been installed, or is handed out no more.
      await theirs.kept.clear();
      return compareVersions(version, current) === 'newer'
        ? { kind: 'later', version }
        : { kind: 'newest' };
    }
    const [file] = files;
    if (file?.size === undefined) return { kind: 'newer', version, bytes: null };
    offered = { url: new URL(file.url, base).href, bytes: file.size };
    return { kind: 'newer', version, bytes: file.size };
  }

  return {
    async look() {
      try {
        return { ok: true, value: await found() };
      } catch (error) {
        const isNamed = error instanceof LookFailed;
        return { ok: false, failure: isNamed ? error.failure : { kind: 'internal' } };
      }
    },

    async download({ received, signal }) {
      if (offered === null) return { ok: false, failure: { kind: 'not-ready', needs: 'update' } };
      network.expect(offered);
      const token = new CancellationToken();
      let transferred = 0;
      let isLate = false;
      const giveUp = () => {
        isLate = true;
        token.cancel();
      };
      let waiting = setTimeout(giveUp, patience);
      const follow = (progress: ProgressInfo) => {
        clearTimeout(waiting);
        waiting = setTimeout(giveUp, patience);
        transferred = progress.transferred;
        received(transferred);
      };
      const cancel = () => token.cancel();
      signal.addEventListener('abort', cancel);
      theirs.on('download-progress', follow);
      try {
        await theirs.downloadUpdate(token);
        return { ok: true, value: 'downloaded' };
      } catch (error) {
        // They leave a request that was given up open.
        await session.closeAllConnections();
        if (signal.aborted) return { ok: false, failure: { kind: 'cancelled' } };
        const failure = downloadFailure({
          error: isLate ? 'late' : error,
          refusal: network.refused(),
          transferred,
          host: base.host,
          patience,
          issuer: issuerOf(base.host),
        });
        return { ok: false, failure };
      } finally {
        clearTimeout(waiting);
        signal.removeEventListener('abort', cancel);
        theirs.off('download-progress', follow);
      }
    },

    install() {
      // When all that is hers is closed: the new one opens the same files.
      app.once('quit', () => {
        app.releaseSingleInstanceLock();
        theirs.install(true, true);
      });
      app.quit();
    },
  };
}
