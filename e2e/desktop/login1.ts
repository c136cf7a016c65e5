/**
 * A logind of the test's own (org.freedesktop.login1, freedesktop.org): it puts the machine to sleep
 * for whoever listens, and for nobody else. The tests' apps look for it on the session bus, which
 * they are given as their system bus (runningApp.ts). One signal of its reaches an app as two events
 * of Electron's powerMonitor.
 */
import { EventEmitter, once } from 'node:events';
import { DBusError, interface as dbus, NameFlag, RequestNameReply } from 'dbus-next';
import { within } from '../within';
import { connectToSessionBus } from './bus';

const busName = 'org.freedesktop.login1';
const path = '/org/freedesktop/login1';
const manager = 'org.freedesktop.login1.Manager';

export interface Logind {
  /** The machine is about to sleep. Waits for an app that listens. */
  sleep(): Promise<void>;
  /** It has woken. */
  wake(): void;
  stop(): Promise<void>;
}

class Manager extends dbus.Interface {
  static {
    Manager.configureMembers({
      methods: { Inhibit: { inSignature: 'ssss', outSignature: 'h' } },
      signals: { PrepareForSleep: { signature: 'b' } },
    });
  }

  readonly calls = new EventEmitter<{ inhibit: [] }>();

  /** Electron asks for a delay as soon as it listens, and does without where it gets none. */
  Inhibit(): never {
    this.calls.emit('inhibit');
    throw new DBusError('org.freedesktop.DBus.Error.AccessDenied', 'This logind delays no sleep.');
  }

  PrepareForSleep(begins: boolean): boolean {
    return begins;
  }
}

export async function startLogind(): Promise<Logind> {
  const bus = await connectToSessionBus();
  const logind = new Manager(manager);
  const listened = once(logind.calls, 'inhibit');
  bus.export(path, logind);
  const reply = await bus.requestName(busName, NameFlag.DO_NOT_QUEUE);
  if (reply !== RequestNameReply.PRIMARY_OWNER) {
    throw new Error('Another logind is on this bus: run the tests under a dbus-run-session.');
  }
  return {
    async sleep() {
      await within(10_000, 'an app that listens to logind', listened);
      logind.PrepareForSleep(true);
    },
    wake: () => logind.PrepareForSleep(false),
    async stop() {
      await bus.releaseName(busName);
      bus.disconnect();
    },
  };
}
