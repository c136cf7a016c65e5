import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeReached, checkedPlace, middleOf, placeOn, type Rectangle } from './windowPlace';

const laptop = { x: 0, y: 32, width: 1440, height: 868 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

const area = fc.record({
  x: fc.integer({ min: -4000, max: 4000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: 320, max: 3840 }),
  height: fc.integer({ min: 240, max: 2160 }),
});
const areas = fc.array(area, { minLength: 1, maxLength: 4 });
const anyWindow = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});

const fitsIn = (place: Rectangle, one: Rectangle) =>
  place.width <= one.width && place.height <= one.height;

describe('a remembered place', () => {
  test('is kept as it was while its display is there', () => {
    const place = { x: 1600, y: 40, width: 1120, height: 720 };
    expect(placeOn(place, [laptop, beside])).toEqual(place);
  });

  test('may hang over an edge or lie on two displays, as she left it', () => {
    const over = { x: 1100, y: 100, width: 900, height: 700 };
    expect(placeOn(over, [laptop, beside])).toEqual(over);
    const snapped = { x: -7, y: 32, width: 734, height: 868 };
    expect(placeOn(snapped, [laptop])).toEqual(snapped);
  });

  test('on a display that is gone becomes the middle of the first', () => {
    const place = { x: 1600, y: 40, width: 1120, height: 720 };
    expect(placeOn(place, [laptop])).toEqual({ x: 160, y: 106, width: 1120, height: 720 });
  });

  test('whose title bar is above the screen is drawn down', () => {
    const place = { x: 100, y: -200, width: 800, height: 600 };
    expect(placeOn(place, [laptop])).toEqual({ ...place, y: laptop.y });
  });

  test('can always be taken hold of, and is never larger than a display', () => {
    fc.assert(
      fc.property(anyWindow, areas, (wanted, displays) => {
        const placed = placeOn(wanted, displays);
        expect(displays.some((one) => canBeReached(placed, one))).toBe(true);
        expect(displays.some((one) => fitsIn(placed, one))).toBe(true);
        expect(placed.width).toBeLessThanOrEqual(wanted.width);
        expect(placed.height).toBeLessThanOrEqual(wanted.height);
      }),
    );
  });

  test('stays where it was put: the next start moves it no further', () => {
    fc.assert(
      fc.property(anyWindow, areas, (wanted, displays) => {
        const placed = placeOn(wanted, displays);
        expect(placeOn(placed, displays)).toEqual(placed);
      }),
    );
  });
});

test('the middle of a display that is too small is all of it', () => {
  const small = { x: 10, y: 20, width: 800, height: 500 };
  expect(middleOf(small, { width: 1120, height: 720 })).toEqual(small);
});

test.each([
  {},
  { x: 0, y: 0, width: 100 },
  { x: 0, y: 0, width: 0, height: 100 },
  { x: 'a', y: 0, width: 100, height: 100 },
  { x: 1e9, y: 0, width: 100, height: 100 },
  { x: 0, y: 0.5, width: 100, height: 100 },
])('a file that says something else (%j) says nothing', (found) => {
  expect(checkedPlace(found)).toBeNull();
});

test('a file that says no shape says a normal one', () => {
  const place = { x: 1, y: 2, width: 300, height: 400 };
  expect(checkedPlace(place)).toEqual({ ...place, shape: 'normal' });
  expect(checkedPlace({ ...place, shape: 'maximised' })?.shape).toBe('maximised');
});
