/** One tray icon as the desktop sees it: its StatusNotifierItem and its com.canonical.dbusmenu. */
import { createHash } from 'node:crypto';
import { DBusError, Variant } from 'dbus-next';
import { z } from 'zod';
import { callMethod, holding, type RemoteObject, readProperty } from './bus';

const item = 'org.kde.StatusNotifierItem';
const menu = 'com.canonical.dbusmenu';

export interface TrayIcon {
  readonly width: number;
  readonly height: number;
  /** Rows from the top; four bytes a pixel: alpha, red, green, blue. */
  readonly argb: Buffer;
  /** The same for the same picture, on every machine. */
  readonly hash: string;
}

export type TrayMenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'item'; readonly label: string; readonly enabled: boolean };

const tooltip = z.tuple([z.string(), z.unknown(), z.string(), z.string()]);

const pixmaps = z.array(z.tuple([z.number(), z.number(), z.instanceof(Buffer)]));

interface MenuNode {
  readonly id: number;
  readonly entry: TrayMenuEntry;
  readonly visible: boolean;
  readonly children: readonly MenuNode[];
}

const menuNode: z.ZodType<MenuNode> = z
  .tuple([
    z.number(),
    z.object({
      type: holding(z.string()).default('standard'),
      label: holding(z.string()).default(''),
      enabled: holding(z.boolean()).default(true),
      visible: holding(z.boolean()).default(true),
    }),
    z.array(z.lazy(() => holding(menuNode))),
  ])
  .transform(([id, { type, label, enabled, visible }, children]) => ({
    id,
    entry:
      type === 'separator'
        ? { kind: 'separator' }
        : { kind: 'item', label: withoutMnemonic(label), enabled },
    visible,
    children,
  }));

/** Everything is read when it is asked for; nothing is kept. */
export class TrayItem {
  readonly #object: RemoteObject;

  constructor(object: RemoteObject) {
    this.#object = object;
  }

  /** Its title and text, as a desktop shows them: on two lines where there are both. */
  async tooltip(): Promise<string> {
    const [, , title, text] = await readProperty(
      this.#object,
      { of: item, name: 'ToolTip' },
      tooltip,
    );
    return [title, text].filter((line) => line !== '').join('\n');
  }

  /** The largest picture it offers. */
  async icon(): Promise<TrayIcon> {
    const all = await readProperty(this.#object, { of: item, name: 'IconPixmap' }, pixmaps);
    const [largest] = all.toSorted((a, b) => b[0] * b[1] - a[0] * a[1]);
    if (!largest) throw new Error('The tray item has no picture.');
    const [width, height, argb] = largest;
    const hash = createHash('sha256').update(`${width}x${height}`).update(argb).digest('hex');
    return { width, height, argb, hash };
  }

  /** What its menu shows from top to bottom, submenus after the item that opens them. */
  async menu(): Promise<readonly TrayMenuEntry[]> {
    const { nodes } = await this.#menuNodes();
    return nodes.map(({ entry }) => entry);
  }

  /** Chooses the menu's item of that name; fails when there is none, or it is not enabled. */
  async click(label: string): Promise<void> {
    // Its number is good only until the app sets its next menu, which may be while we choose.
    for (let triesLeft = 2; ; triesLeft--) {
      const { object, nodes } = await this.#menuNodes();
      const event = [chosen(nodes, label), 'clicked', new Variant('s', ''), 0];
      try {
        await callMethod(object, { of: menu, name: 'Event' }, 'isvu', event);
        return;
      } catch (error) {
        if (!(error instanceof DBusError) || triesLeft === 0) throw error;
      }
    }
  }

  /** A click on the icon itself. */
  async activate(): Promise<void> {
    await callMethod(this.#object, { of: item, name: 'Activate' }, 'ii', [0, 0]);
  }

  async #menuNodes() {
    const path = await readProperty(this.#object, { of: item, name: 'Menu' }, z.string());
    const object = { ...this.#object, path };
    // AboutToShow is left out: Electron answers it with an error, and builds its menu beforehand.
    const all = [0, -1, ['type', 'label', 'enabled', 'visible']];
    const [, root] = await callMethod(object, { of: menu, name: 'GetLayout' }, 'iias', all);
    return { object, nodes: below(menuNode.parse(root)) };
  }
}

function chosen(nodes: readonly MenuNode[], label: string): number {
  const node = nodes.find(({ entry }) => entry.kind === 'item' && entry.label === label);
  if (node?.entry.kind !== 'item') {
    const labels = nodes.flatMap(({ entry }) => (entry.kind === 'item' ? [entry.label] : []));
    throw new Error(`The tray's menu has no “${label}”, only: ${labels.join(', ')}`);
  }
  if (!node.entry.enabled) throw new Error(`“${label}” in the tray's menu is not enabled.`);
  return node.id;
}

const below = (node: MenuNode): readonly MenuNode[] =>
  node.children.filter(({ visible }) => visible).flatMap((child) => [child, ...below(child)]);

/** In dbusmenu's labels `_` marks the letter of the shortcut and `__` is an underscore. */
const withoutMnemonic = (label: string) => label.replaceAll(/_(_?)/g, '$1');
