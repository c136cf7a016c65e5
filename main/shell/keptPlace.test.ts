import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPlace, type PlacedWindow, placeAtStart } from './keptPlace';
import type { Rectangle, WindowPlace } from './windowPlace';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

class PretendedWindow extends EventEmitter implements PlacedWindow {
  bounds: Rectangle = { x: 20, y: 30, width: 800, height: 600 };
  maximised = false;
  getNormalBounds = () => this.bounds;
  isMaximized = () => this.maximised;
  isMinimized = () => false;
  setBounds(bounds: Rectangle) {
    this.bounds = bounds;
    this.emit('move');
  }
}

function displaysOf(...workAreas: Rectangle[]) {
  const change = new EventEmitter();
  return {
    workAreas: () => workAreas,
    onChange: (changed: () => void) => void change.on('change', changed),
    unplug() {
      workAreas.pop();
      change.emit('change');
    },
  };
}

/** In place of the file: what holds it writes with Electron's help. */
function fileIn(content: { readonly [Key in keyof WindowPlace]?: unknown } = {}) {
  const places: WindowPlace[] = [];
  return {
    places,
    read: () => places.at(-1) ?? content,
    write: async (place: WindowPlace) => void places.push(place),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first time the window opens in the middle of the primary display', () => {
  const place = placeAtStart(fileIn(), displaysOf(laptop, beside));
  expect(place).toEqual({ x: 160, y: 90, width: 1120, height: 720, shape: 'normal' });
});

test('a window that is where it was left is not written down again', () => {
  const window = new PretendedWindow();
  const file = fileIn({ ...window.bounds, shape: 'normal' });
  keepPlace(window, file, displaysOf(laptop));
  window.emit('move');
  vi.advanceTimersByTime(500);
  window.emit('close');
  expect(file.places).toEqual([]);
});

test('it opens where it was left, and as large', () => {
  const window = new PretendedWindow();
  const displays = displaysOf(laptop, beside);
  const file = fileIn();
  keepPlace(window, file, displays);
  const left = { x: 1500, y: 40, width: 700, height: 500 };
  window.setBounds(left);
  vi.advanceTimersByTime(500);
  expect(placeAtStart(file, displays)).toEqual({ ...left, shape: 'normal' });
  expect(placeAtStart(file, displaysOf(laptop))).toMatchObject({ x: 370, y: 200 });
});

test('a maximised window opens maximised, and knows how large it was before', () => {
  const window = new PretendedWindow();
  const file = fileIn();
  keepPlace(window, file, displaysOf(laptop));
  window.maximised = true;
  window.emit('maximize');
  window.emit('close');
  expect(placeAtStart(file, displaysOf(laptop))).toEqual({
    ...window.bounds,
    shape: 'maximised',
  });
});

test('while it is dragged nothing is written, and once when it rests', () => {
  const window = new PretendedWindow();
  const file = fileIn();
  keepPlace(window, file, displaysOf(laptop));
  for (let x = 0; x < 50; x += 1) {
    window.setBounds({ ...window.bounds, x });
    vi.advanceTimersByTime(16);
  }
  expect(file.places).toEqual([]);
  vi.advanceTimersByTime(500);
  window.emit('close');
  expect(file.places).toEqual([{ ...window.bounds, x: 49, shape: 'normal' }]);
});

test('a display that is unplugged while the app runs takes no window with it', () => {
  const window = new PretendedWindow();
  const displays = displaysOf(laptop, beside);
  keepPlace(window, fileIn(), displays);
  window.setBounds({ x: 1500, y: 40, width: 700, height: 500 });
  displays.unplug();
  expect(window.bounds).toEqual({ x: 370, y: 200, width: 700, height: 500 });
});

test('a file that is no place is as good as none', () => {
  const file = fileIn({ x: 'left' });
  expect(placeAtStart(file, displaysOf(laptop))).toMatchObject({ width: 1120, shape: 'normal' });
});
