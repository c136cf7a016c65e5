import type { Colour } from '../../preload/contract';

/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

/** What a card stands on in each theme; the same as `--surface` in styles/tokens.css. */
export const surfaces = { light: [255, 255, 255], dark: [27, 31, 38] } as const satisfies Record<
  string,
  Rgb
>;

export type Theme = keyof typeof surfaces;

export interface HeadColours {
  readonly background: string;
  readonly text: string;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** WCAG 2.2: normal text is readable from here on. */
const readable = 4.5;

function channels(rgb: string): Rgb {
  const value = Number.parseInt(rgb, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const over = (alpha: number, above: Rgb, below: Rgb): Rgb => {
  const mix = (a: number, b: number) => Math.round(alpha * a + (1 - alpha) * b);
  return [mix(above[0], below[0]), mix(above[1], below[1]), mix(above[2], below[2])];
};

/** Relative luminance as WCAG 2.2 defines it. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** 1 (the same) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const css = (rgb: Rgb) => `rgb(${rgb.join(' ')})`;

/** The sender's colour as it comes out on the card, and black or white to be read on it. */
export function headColours({ alpha, rgb }: Colour, theme: Theme): HeadColours {
  const background = over(alpha, channels(rgb), surfaces[theme]);
  const text = contrast(white, background) >= readable ? white : black;
  return { background: css(background), text: css(text) };
}
