/** Where the main window stands: put on the displays there are now, kept for the next start. */

/** In device-independent pixels, as Electron's `Rectangle`. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Rectangle {
  readonly shape: 'normal' | 'maximised';
}

/** What of a window must be on one display for a person to take hold of it: its title bar's height. */
const handle = { width: 160, height: 32 };

/**
 * A window as it was, where it can still be reached; else moved onto the display that shows most of
 * it, or, where none does, into the middle of the first. Never larger than a display.
 * `workAreas` are those of the displays, the primary one first; at least one.
 */
export function placeOn(wanted: Rectangle, workAreas: readonly Rectangle[]): Rectangle {
  const [primary] = workAreas;
  if (primary === undefined) return wanted;
  const fits = workAreas.some(
    ({ width, height }) => wanted.width <= width && wanted.height <= height,
  );
  if (fits && workAreas.some((area) => canBeReached(wanted, area))) return wanted;
  const best = workAreas.reduce((one, other) =>
    shared(wanted, other) > shared(wanted, one) ? other : one,
  );
  const width = Math.min(wanted.width, best.width);
  const height = Math.min(wanted.height, best.height);
  if (shared(wanted, best) === 0) return middleOf(primary, wanted);
  const sized = { x: wanted.x, y: wanted.y, width, height };
  if (workAreas.some((area) => canBeReached(sized, area))) return sized;
  return {
    ...sized,
    x: between(best.x, wanted.x, best.x + best.width - width),
    y: between(best.y, wanted.y, best.y + best.height - height),
  };
}

/** In the middle of a display, as large as wanted where there is room. */
export function middleOf(area: Rectangle, wanted: Pick<Rectangle, 'width' | 'height'>): Rectangle {
  const width = Math.min(wanted.width, area.width);
  const height = Math.min(wanted.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

/** Whether enough of the title bar is on a display. */
export function canBeReached(place: Rectangle, area: Rectangle): boolean {
  const least = {
    width: Math.min(handle.width, place.width),
    height: Math.min(handle.height, place.height),
  };
  const across = overlap(place.x, place.width, area.x, area.width);
  const down = overlap(place.y, least.height, area.y, area.height);
  return across >= least.width && down === least.height;
}

/** In square pixels. */
const shared = (one: Rectangle, other: Rectangle) =>
  overlap(one.x, one.width, other.x, other.width) *
  overlap(one.y, one.height, other.y, other.height);

const overlap = (from: number, length: number, otherFrom: number, otherLength: number) =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));

const between = (least: number, wanted: number, most: number) =>
  Math.min(Math.max(wanted, least), most);

/** What is on disk may have been written by anybody: null for what is no place. */
export function checkedPlace(
  found: {
    readonly [Key in keyof WindowPlace]?: unknown;
  },
): WindowPlace | null {
  const { x, y, width, height, shape } = found;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null;
  if (width <= 0 || height <= 0) return null;
  return { x, y, width, height, shape: shape === 'maximised' ? 'maximised' : 'normal' };
}

/** X11 and Windows count in 16 bits; beyond it there is no screen. */
const isPixels = (found: unknown): found is number =>
  Number.isInteger(found) && Math.abs(Number(found)) < 2 ** 15;
