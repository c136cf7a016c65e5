import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, headColours, type Theme } from './contrast';

const numbers = (css: string) => {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] =
    css.match(/\d+/gu)?.map(Number) ?? [];
  return [red, green, blue] as const;
};

describe('contrast', () => {
  it('is 21 between black and white and 1 between the same', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1);
  });
});

describe('the head of a card', () => {
  it('shows the default red with white text', () => {
    expect(headColours({ alpha: 1, rgb: 'CC0000' }, 'light')).toEqual({
      background: 'rgb(204 0 0)',
      text: 'rgb(255 255 255)',
    });
  });

  it('lets the card shine through as far as its colour is transparent', () => {
    expect(headColours({ alpha: 0, rgb: 'CC0000' }, 'light').background).toBe('rgb(255 255 255)');
    expect(headColours({ alpha: 0.5, rgb: '000000' }, 'light').background).toBe('rgb(128 128 128)');
  });

  it('can be read whatever colour the sender chose, in both themes', () => {
    const colour = fc.record({
      alpha: fc.double({ min: 0, max: 1, noNaN: true }),
      rgb: fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0')),
    });
    const theme = fc.constantFrom<Theme>('light', 'dark');
    fc.assert(
      fc.property(colour, theme, (sent, on) => {
        const head = headColours(sent, on);
        expect(contrast(numbers(head.text), numbers(head.background))).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 1000 },
    );
  });
});
