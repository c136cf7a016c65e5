// Draws the committed PNG icons from their SVG sources: `npm run icons` after changing one.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const assets = join(import.meta.dirname, '..', 'assets');

/** @param {string} name @param {number} size in pixels @param {string} as */
function draw(name, size, as) {
  const svg = readFileSync(join(assets, `${name}.svg`));
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  writeFileSync(join(assets, `${as}.png`), image.asPng());
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
