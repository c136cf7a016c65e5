/** What each call of the contract does. */
import type { ReadonlySignal } from '@preact/signals-core';
import { clipboard, shell } from 'electron';
import type { About, Events, Licence, Result } from '../preload/contract';
import type { Handlers } from './bridge';
import type { DeploymentChecks } from './deploymentCheck';
import type { DeploymentProposals } from './deploymentProposals';
import type { Diagnostics } from './diagnostics/diagnostics';
import { exportData } from './ownData/export';
import type { Services } from './services';
import type { OauthWindow } from './session/oauthWindow';
import { networkSignInAddress, openLink } from './shell/links';
import type { ProxyPassword } from './shell/proxyPassword';
import type { SettingsService } from './shell/settings';
import type { UpdatesInUse } from './updatesInUse';

export interface HandlersOptions {
  /** Null without a deployment. */
  readonly services: () => Services | null;
  readonly settings: SettingsService;
  readonly oauthWindow: OauthWindow;
  readonly snapshots: ReadonlySignal<Events>;
  readonly diagnostics: Diagnostics;
  /** Asks her where to; `refused` is the disk's. */
  readonly saveReport: (report: string) => Promise<'saved' | 'cancelled' | 'refused'>;
  /** Asks her where her data is to be saved; null when she cancels. */
  readonly chooseDataFile: () => Promise<string | null>;
  readonly importDeployment: Handlers['importDeployment'];
  readonly proxyPassword: ProxyPassword;
  readonly showTestNotice: () => void;
  readonly forgetComputer: Handlers['forgetComputer'];
  readonly proposals: DeploymentProposals;
  readonly checks: DeploymentChecks;
  readonly updates: UpdatesInUse;
  readonly about: About;
  /** Rejects where the file that the build has made is not there, or broken. */
  readonly readLicences: () => Promise<readonly Licence[]>;
  /** Null where she is to be asked first what may be stored; else as the session answers. */
  readonly signIn: () => Promise<Result<'signed-in'>> | null;
}

const noDeployment = {
  ok: false,
  failure: { kind: 'not-ready', needs: 'deployment' },
} as const;

const noConsent = { ok: false, failure: { kind: 'not-ready', needs: 'consent' } } as const;

const storageFailed = { ok: false, failure: { kind: 'storage' } } as const;

const done = <Word>(value: Word): Result<Word> => ({ ok: true, value });

export function createHandlers(options: HandlersOptions): Handlers {
  const { services, settings, oauthWindow, snapshots, importDeployment } = options;
  const { diagnostics, saveReport, proposals, checks } = options;
  const { proxyPassword, showTestNotice, forgetComputer, updates } = options;
  const report = () => diagnostics.report({ ...snapshots.value, markerOf: settings.markerOf });
  return {
    snapshots: () => done(snapshots.value),
    importDeployment,
    importDroppedDeployment: async ({ text }) => done(await proposals.bringText(text)),
    answerProposal: ({ id, answer }) => proposals.answer(id, answer),

    async listPresets() {
      const { listPresets } = await import('./deployment/presets');
      return done(listPresets());
    },
    async listDraftProblems(draft) {
      const { draftProblems } = await import('./deployment/draft');
      return done(draftProblems(draft));
    },
    checkDraft: checks.run,
    cancelCheck() {
      checks.cancel();
      return done('cancelled');
    },
    async saveDraft(draft) {
      const { draftFile } = await import('./deployment/draft');
      checks.cancel();
      return done(await proposals.bringText(draftFile(draft)));
    },

    signIn() {
      proxyPassword.tryAgain();
      return options.signIn() ?? noConsent;
    },
    signOut: () => services()?.session.signOut() ?? noDeployment,
    acknowledgeDisplacement() {
      services()?.session.acknowledgeDisplacement();
      return done('acknowledged');
    },
    async tryNow() {
      proxyPassword.tryAgain();
      await services()?.session.tryNow();
      return done('tried');
    },

    retryLogin() {
      proxyPassword.tryAgain();
      oauthWindow.retry();
      return done('retrying');
    },
    cancelLogin() {
      oauthWindow.cancel();
      return done('cancelled');
    },

    refreshProfile: () => services()?.profile.refresh() ?? noDeployment,

    exportData() {
      const inUse = services();
      const { deployment, settings: chosen } = snapshots.value;
      if (inUse === null) return noDeployment;
      const { inbox, profile } = inUse;
      const chooseFile = options.chooseDataFile;
      return exportData({ inbox, profile, deployment, settings: chosen, chooseFile });
    },

    refreshMessages: () => services()?.inbox.refresh() ?? noDeployment,
    async listMessages(query) {
      return done((await services()?.inbox.list(query)) ?? new Uint32Array());
    },
    readSummaries: ({ keys }) => done(services()?.inbox.summaries(keys) ?? []),
    readMessage({ key }) {
      const message = services()?.inbox.read(key) ?? null;
      return message === null
        ? { ok: false, failure: { kind: 'invalid-argument', argument: 'key' } }
        : done(message);
    },
    loadPicture: ({ key }) => services()?.pictures.load({ kind: 'message', key }) ?? noDeployment,
    loadPersonPicture: () => services()?.pictures.load({ kind: 'person' }) ?? noDeployment,
    markMessages: ({ keys, as }) => services()?.inbox.mark(keys, as) ?? noDeployment,
    markMessagesById: ({ ids, as }) => services()?.inbox.markById(ids, as) ?? noDeployment,
    listRefusedMarks: () => done(services()?.inbox.refusedMarks() ?? []),
    retryMarks: ({ ids }) => services()?.inbox.retryMarks(ids) ?? noDeployment,
    discardMarks: ({ ids }) => services()?.inbox.discardMarks(ids) ?? noDeployment,

    openLink: ({ url }) => openLink(url, (address) => shell.openExternal(address)),
    openNetworkSignIn() {
      const { deployment } = snapshots.value;
      if (deployment.kind !== 'ready') return noDeployment;
      const address = networkSignInAddress(deployment.gatewayHost);
      return openLink(address, (href) => shell.openExternal(href));
    },
    copyText({ text }) {
      clipboard.writeText(text);
      return done('copied');
    },

    listDiagnosticEvents: () => done(diagnostics.events()),
    async copyDiagnosticReport() {
      clipboard.writeText(await report());
      return done('copied');
    },
    async saveDiagnosticReport() {
      const outcome = await saveReport(await report());
      return outcome === 'refused' ? storageFailed : done(outcome);
    },

    // Where the disk refuses she is asked again next time; her word counts all the same.
    async agreeToStoring() {
      await settings.agree();
      return done('agreed');
    },
    readAbout: () => done(options.about),
    readLicences: async () => done(await options.readLicences()),
    async showFolder() {
      const problem = await shell.openPath(options.about.folder);
      return problem === '' ? done('shown') : { ok: false, failure: { kind: 'no-file-manager' } };
    },

    checkForUpdates() {
      proxyPassword.tryAgain();
      return updates.check();
    },
    downloadUpdate: updates.download,
    cancelUpdate() {
      updates.cancel();
      return done('cancelled');
    },
    installUpdate: updates.install,

    async changeSettings(change) {
      if (change.proxy !== undefined) proxyPassword.tryAgain();
      switch (await settings.change(change)) {
        case 'kept':
          return done('changed');
        case 'not-kept':
          return storageFailed;
        case 'locked':
          return { ok: false, failure: { kind: 'locked-by-policy' } };
      }
    },
    showTestNotice() {
      showTestNotice();
      return done('shown');
    },
    answerProxyPrompt(given) {
      proxyPassword.answer(given);
      return done('answered');
    },
    dismissProxyPrompt() {
      proxyPassword.dismiss();
      return done('dismissed');
    },
    forgetComputer,
  };
}
