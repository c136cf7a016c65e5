/** A notice of the system's. */
import { Notification } from 'electron';
import type { ShownNotice } from './messageNotices';

export interface SystemNotice {
  readonly title: string;
  readonly body: string;
}

/** Shown at once. Electron's object lives, and hears of the click, as long as what is given back. */
export function showNotice({ title, body }: SystemNotice, clicked: () => void): ShownNotice {
  const notification = new Notification({ title, body });
  notification.on('click', clicked);
  notification.show();
  return { close: () => notification.close() };
}
