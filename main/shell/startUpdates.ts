/** Updates with all they need. This and what it imports is loaded where they are on, and not before. */
import { join } from 'node:path';
import { app } from 'electron';
import type { Failure } from '../../preload/contract';
import { updateKeyFrom } from '../updates/signature';
import { createUpdates, type Updates } from '../updates/updates';
import { createElectronUpdater, ownUpdater } from './electronUpdater';
import { installationOf } from './installation';
import type { NetworkGuard } from './networkGuard';
import type { ProxyAdmission } from './proxyAdmission';

export interface UpdatesStart {
  /** The folder that IT serves. */
  readonly url: string;
  /** As PEM. */
  readonly key: string;
  readonly userData: string;
  readonly guard: NetworkGuard;
  /** Who issued the certificate of `host` that was refused last; null where that is not known. */
  readonly issuerOf: (host: string) => string | null;
  readonly admission: ProxyAdmission;
  readonly failed: (doing: 'looking' | 'downloading', failure: Failure) => void;
}

export async function startUpdates(start: UpdatesStart): Promise<Updates> {
  const base = new URL(start.url.replace(/\/*$/, '/'));
  const theirs = ownUpdater(join(start.userData, 'updates'));
  const session = theirs.netSession;
  start.admission.answerFor(theirs);
  await start.guard(session);
  const updater = createElectronUpdater({
    theirs,
    session,
    installation: installationOf({
      platform: process.platform,
      executable: process.execPath,
      environment: process.env,
    }),
    looking: {
      base,
      key: updateKeyFrom(start.key),
      system: { platform: process.platform, arch: process.arch },
      current: app.getVersion(),
      fetch: start.admission.fetchOf(session),
      issuerOf: start.issuerOf,
    },
  });
  return createUpdates({ updater, host: base.host, failed: start.failed });
}
