/** The app stays while its window goes: the tray, sleep and waking, second starts, and quitting. */
import { effect, type ReadonlySignal } from '@preact/signals-core';
import { app, net, powerMonitor } from 'electron';
import type { Diagnostics } from './diagnostics/diagnostics';
import type { Services } from './services';
import type { FirstWindow } from './shell/firstWindow';
import { hiddenSwitch } from './shell/hiddenStart';
import { awaitNetwork } from './shell/network';
import { followPower } from './shell/power';
import { followShutdown, quitInTime } from './shell/quit';
import { followQuit } from './shell/quitting';
import { keepTray, type TrayOptions } from './shell/tray';

export interface ComingAndGoingOptions {
  readonly first: Pick<FirstWindow, 'window' | 'start' | 'painted' | 'settings'>;
  readonly tray: Pick<TrayOptions, 'icons' | 'view'>;
  /** Null while there is no deployment. */
  readonly services: () => Services | null;
  readonly isUnreachable: ReadonlySignal<boolean>;
  readonly diagnostics: Pick<Diagnostics, 'record'>;
  readonly openWindow: () => void;
  readonly signIn: () => void;
  /** Calls to the keychain that a quit must not wait for without end. */
  readonly keychainCalls: () => readonly Promise<unknown>[];
  /** The app quits now; may be called again. */
  readonly quitting: () => void;
}

export function followComingAndGoing(options: ComingAndGoingOptions): void {
  const { first, services, isUnreachable, diagnostics, openWindow } = options;
  const { window, painted, settings } = first;

  const tray = painted.then(() =>
    keepTray({
      ...options.tray,
      commands: {
        open: openWindow,
        signIn: options.signIn,
        tryNow: () => void services()?.session.tryNow(),
        signOut: () => void services()?.session.signOut(),
        quit: () => app.quit(),
      },
    }),
  );
  /** Where nothing shows a tray, a hidden window could not be found again. */
  async function isInReach(): Promise<boolean> {
    return (await tray).isThere();
  }
  if (first.start === 'hidden') void isInReach().then((is) => is || openWindow());

  let isQuitting = false;
  window.on('close', (event) => {
    if (isQuitting) return;
    // Also where it quits: until she is signed out on a shared computer the tray still opens it.
    event.preventDefault();
    // A close that is prevented takes back a quit from within it.
    if (settings.snapshot.value.closeToTray === 'off') return void setImmediate(() => app.quit());
    window.hide();
    void isInReach().then((is) => is || app.quit());
  });

  const wake = () => services()?.wake();
  const sleeper = {
    pause() {
      diagnostics.record({ kind: 'power', change: 'suspend' });
      services()?.pause();
    },
    wake() {
      diagnostics.record({ kind: 'power', change: 'resume' });
      wake();
    },
  };
  void painted.then(() => followPower(powerMonitor, sleeper));
  effect(() => (isUnreachable.value ? awaitNetwork(() => net.isOnline(), wake) : undefined));

  app.on('second-instance', (_event, argv) => {
    // The log-in to the computer starts it beside one that she has opened already.
    if (!argv.includes(hiddenSwitch)) openWindow();
  });
  app.on('open-url', openWindow);
  app.on('open-file', openWindow);
  app.on('activate', openWindow);

  followShutdown(window);
  const quit = quitInTime(options.keychainCalls);
  followQuit({
    app,
    leave: () => services()?.leaveAtQuit() ?? null,
    leaving: () => window.hide(),
    quitting() {
      isQuitting = true;
      services()?.stop();
      options.quitting();
      void tray.then((kept) => kept.remove());
      quit.begin();
    },
  });
}
