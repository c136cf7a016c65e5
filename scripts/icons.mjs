// Draws the committed icons from their SVG sources: `npm run icons` after changing one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { icns, ico } from './iconFiles.mjs';
import { root } from './project.mjs';

const assets = join(root, 'assets');
const packaging = join(root, 'packaging');

/** @param {string} svg @param {number} size in pixels @returns {Buffer} a PNG */
const drawn = (svg, size) =>
  new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();

/** @param {string} name */
const source = (name) => readFileSync(join(assets, `${name}.svg`), 'utf8');

/** @param {string} name @param {number} size in pixels @param {string} as */
function draw(name, size, as) {
  writeFileSync(join(assets, `${as}.png`), drawn(source(name), size));
}

// Once for ordinary screens and once for those of double density.
for (const name of ['active', 'unreachable', 'attention', 'signed-out']) {
  draw(`tray/${name}`, 24, `tray/${name}`);
  draw(`tray/${name}`, 48, `tray/${name}@2x`);
}
for (const badge of ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'more']) {
  draw(`badge/${badge}`, 16, `badge/${badge}`);
  draw(`badge/${badge}`, 32, `badge/${badge}@2x`);
}
draw('icon', 512, 'icon');

// What the packages bring: the sizes of Linux' icon theme (hicolor), and the files of Windows and macOS.
const icon = source('icon');
mkdirSync(join(packaging, 'icons'), { recursive: true });
for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(join(packaging, 'icons', `${size}x${size}.png`), drawn(icon, size));
}
const windows = [16, 20, 24, 32, 40, 48, 64, 256].map((size) => ({ size, png: drawn(icon, size) }));
writeFileSync(join(packaging, 'icon.ico'), ico(windows));
// On macOS the shape takes 824 of 1024 points (Apple, Human Interface Guidelines, app icons).
const margin = (512 * (1024 / 824) - 512) / 2;
const spaced = icon.replace(
  'viewBox="0 0 512 512"',
  `viewBox="${-margin} ${-margin} ${512 + 2 * margin} ${512 + 2 * margin}"`,
);
const mac = [32, 64, 128, 256, 512, 1024].map((size) => ({ size, png: drawn(spaced, size) }));
writeFileSync(join(packaging, 'icon.icns'), icns(mac));
