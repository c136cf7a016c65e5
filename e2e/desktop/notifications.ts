/**
 * The part of a desktop that shows notifications (freedesktop.org, Desktop Notifications), so that a
 * test receives what a person would see, and clicks on it. Electron looks for it when it shows one.
 */
import { interface as dbus, NameFlag, RequestNameReply } from 'dbus-next';
import { connectToSessionBus } from './bus';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

export interface ShownNotification {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
}

export interface NotificationDaemon {
  /** All that were shown, the oldest first. */
  readonly shown: readonly ShownNotification[];
  /** Those of them that are still there. */
  onScreen(): readonly ShownNotification[];
  click(notification: ShownNotification): void;
  stop(): Promise<void>;
}

class Daemon extends dbus.Interface {
  static {
    Daemon.configureMembers({
      methods: {
        Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
        CloseNotification: { inSignature: 'u' },
        GetCapabilities: { outSignature: 'as' },
        GetServerInformation: { outSignature: 'ssss' },
      },
      signals: {
        ActionInvoked: { signature: 'us' },
        NotificationClosed: { signature: 'uu' },
      },
    });
  }

  readonly shown: ShownNotification[] = [];
  readonly closed = new Set<number>();

  Notify(
    _app: string,
    _replaces: number,
    _icon: string,
    title: string,
    body: string,
    actions: string[],
  ): number {
    const id = this.shown.length + 1;
    this.shown.push({ id, title, body, actions });
    return id;
  }

  CloseNotification(id: number): void {
    this.closed.add(id);
    this.NotificationClosed(id, 3);
  }

  GetCapabilities(): string[] {
    return ['actions', 'body'];
  }

  GetServerInformation(): string[] {
    return ['tests', 'staffroom', '1', '1.2'];
  }

  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action];
  }

  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason];
  }
}

export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const bus = await connectToSessionBus();
  const daemon = new Daemon(name);
  bus.export(path, daemon);
  const reply = await bus.requestName(name, NameFlag.DO_NOT_QUEUE);
  if (reply !== RequestNameReply.PRIMARY_OWNER) {
    throw new Error('Another notification daemon is on this bus.');
  }
  return {
    shown: daemon.shown,
    onScreen: () => daemon.shown.filter(({ id }) => !daemon.closed.has(id)),
    click: ({ id }) => void daemon.ActionInvoked(id, 'default'),
    async stop() {
      await bus.releaseName(name);
      bus.disconnect();
    },
  };
}
