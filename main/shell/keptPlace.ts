/** Keeps the place of the main window through every start, and in reach while displays come and go. */
import { checkedPlace, middleOf, placeOn, type Rectangle, type WindowPlace } from './windowPlace';

/** Of the window, as far as its place goes. */
export interface PlacedWindow {
  /** Where it stands when it is neither maximised nor minimised. */
  getNormalBounds(): Rectangle;
  setBounds(bounds: Rectangle): void;
  isMaximized(): boolean;
  isMinimized(): boolean;
  on(event: PlaceEvent, changed: () => void): unknown;
}

type PlaceEvent = 'move' | 'resize' | 'maximize' | 'unmaximize' | 'close';

/** Those there are now, with what the system's own bars leave of each; the primary one first. */
export interface Displays {
  workAreas(): readonly Rectangle[];
  onChange(changed: () => void): void;
}

export interface PlaceFile {
  read(): { readonly [Key in keyof WindowPlace]?: unknown };
  write(place: WindowPlace): Promise<void>;
}

/** Two panes and the rail with its words. */
const firstSize = { width: 1120, height: 720 };

/** A window that is dragged moves with every picture; milliseconds after the last of them. */
const restMs = 500;

/** Where to open the window: where it was, on the displays there are. */
export function placeAtStart(file: PlaceFile, displays: Displays): WindowPlace {
  const kept = checkedPlace(file.read());
  const workAreas = displays.workAreas();
  if (kept !== null) return { ...placeOn(kept, workAreas), shape: kept.shape };
  const [primary] = workAreas;
  const first = { x: 0, y: 0, ...firstSize };
  return { ...(primary === undefined ? first : middleOf(primary, firstSize)), shape: 'normal' };
}

/** Writes down where the window is put, once it rests there and when it is closed. */
export function keepPlace(window: PlacedWindow, file: PlaceFile, displays: Displays): void {
  let resting: NodeJS.Timeout | undefined;
  let written = JSON.stringify(checkedPlace(file.read()));

  const write = () => {
    clearTimeout(resting);
    const { x, y, width, height } = window.getNormalBounds();
    const shape = window.isMaximized() ? 'maximised' : 'normal';
    const place: WindowPlace = { x, y, width, height, shape };
    const text = JSON.stringify(place);
    if (text === written) return;
    written = text;
    // Where the disk refuses, the window opens next time where it did this time.
    file.write(place).catch(() => undefined);
  };
  const changed = () => {
    clearTimeout(resting);
    resting = setTimeout(write, restMs);
    resting.unref();
  };
  for (const event of ['move', 'resize', 'maximize', 'unmaximize'] as const) {
    window.on(event, changed);
  }
  window.on('close', write);

  displays.onChange(() => {
    if (window.isMaximized() || window.isMinimized()) return;
    const now = window.getNormalBounds();
    const placed = placeOn(now, displays.workAreas());
    if (JSON.stringify(placed) !== JSON.stringify({ ...placed, ...now })) window.setBounds(placed);
  });
}
