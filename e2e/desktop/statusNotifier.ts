/**
 * The part of a desktop that shows tray icons, so that a test meets the tray a person would meet.
 *
 * Electron announces its tray (StatusNotifierItem, freedesktop.org) to whoever owns
 * `org.kde.StatusNotifierWatcher` on the session bus. It looks once, when it creates the tray: the
 * host has to be started before the app.
 */
import { EventEmitter, once } from 'node:events';
import { interface as dbus, Message, NameFlag, RequestNameReply } from 'dbus-next';
import { within } from '../within';
import { callMethod, connectToSessionBus } from './bus';
import { TrayItem } from './trayItem';

const watcherName = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';
const daemon = { owner: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };

export interface TrayHost {
  /** The tray icon registered last, of those still there; waits up to ten seconds for one. */
  item(): Promise<TrayItem>;
  /** How many tray icons there are now. */
  count(): number;
  stop(): Promise<void>;
}

interface Registration {
  readonly owner: string;
  readonly path: string;
}

class Watcher extends dbus.Interface {
  static {
    Watcher.configureMembers({
      properties: {
        IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
        RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
        ProtocolVersion: { signature: 'i', access: 'read' },
      },
      methods: {
        RegisterStatusNotifierHost: { inSignature: 's' },
      },
      signals: {
        StatusNotifierItemRegistered: { signature: 's' },
        StatusNotifierItemUnregistered: { signature: 's' },
        StatusNotifierHostRegistered: { signature: '' },
      },
    });
  }

  readonly IsStatusNotifierHostRegistered = true;
  readonly ProtocolVersion = 0;
  registrations: readonly Registration[] = [];

  get RegisteredStatusNotifierItems(): string[] {
    return this.registrations.map(({ owner, path }) => owner + path);
  }

  RegisterStatusNotifierHost(): void {
    this.StatusNotifierHostRegistered();
  }

  StatusNotifierItemRegistered(item: string): string {
    return item;
  }

  StatusNotifierItemUnregistered(item: string): string {
    return item;
  }

  StatusNotifierHostRegistered(): void {}
}

/** Fails when another desktop's tray is on the same bus. */
export async function startTrayHost(): Promise<TrayHost> {
  const bus = await connectToSessionBus();
  const watcher = new Watcher(watcherName);
  const changes = new EventEmitter<{ registered: [] }>();

  // Not a method of the exported interface: only the message says who sends it, and some
  // implementations register a path alone.
  bus.addMethodHandler((message: Message): boolean => {
    if (message.interface !== watcherName || message.member !== 'RegisterStatusNotifierItem') {
      return false;
    }
    const registration = addressOf(String(message.body[0]), message.sender);
    watcher.registrations = [...watcher.registrations, registration];
    bus.send(Message.newMethodReturn(message));
    watcher.StatusNotifierItemRegistered(registration.owner + registration.path);
    changes.emit('registered');
    return true;
  });

  bus.on('message', (message) => {
    if (message.member !== 'NameOwnerChanged' || message.sender !== daemon.owner) return;
    const [name, , newOwner] = message.body;
    const gone = watcher.registrations.filter(({ owner }) => owner === name && newOwner === '');
    watcher.registrations = watcher.registrations.filter((one) => !gone.includes(one));
    for (const { owner, path } of gone) watcher.StatusNotifierItemUnregistered(owner + path);
  });
  const rule = `type='signal',sender='${daemon.owner}',member='NameOwnerChanged'`;
  await callMethod({ bus, ...daemon }, { of: daemon.owner, name: 'AddMatch' }, 's', [rule]);

  bus.export(watcherPath, watcher);
  const reply = await bus.requestName(watcherName, NameFlag.DO_NOT_QUEUE);
  if (reply !== RequestNameReply.PRIMARY_OWNER) {
    throw new Error('Another tray is on this bus: run the tests under a dbus-run-session.');
  }

  let stopped: Promise<void> | null = null;
  const leave = async () => {
    await bus.releaseName(watcherName);
    bus.disconnect();
  };
  return {
    async item() {
      if (watcher.registrations.length === 0) {
        await within(10_000, 'a tray icon', once(changes, 'registered'));
      }
      const newest = watcher.registrations.at(-1);
      if (!newest) throw new Error('The tray icon was gone as soon as it came.');
      return new TrayItem({ bus, ...newest });
    },
    count: () => watcher.registrations.length,
    stop() {
      stopped ??= leave();
      return stopped;
    },
  };
}

/** What is registered is a bus name, a path, or a name with a path behind it. */
function addressOf(registered: string, sender: string): Registration {
  const slash = registered.indexOf('/');
  if (slash === -1) return { owner: registered, path: '/StatusNotifierItem' };
  return { owner: registered.slice(0, slash) || sender, path: registered.slice(slash) };
}
