import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { icns, ico } from './iconFiles.mjs';
import { root } from './project.mjs';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @param {Buffer} file @param {number} at */
const widthOfPng = (file, at) => {
  expect(file.subarray(at, at + 8)).toEqual(pngSignature);
  return file.readUInt32BE(at + 16);
};

/** @param {Buffer} file */
function widthsInIco(file) {
  expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const told = file.readUInt8(entry) || 256;
    expect(file.readUInt32LE(entry + 8) + file.readUInt32LE(entry + 12)).toBeLessThanOrEqual(
      file.length,
    );
    expect(widthOfPng(file, file.readUInt32LE(entry + 12))).toBe(told);
    return told;
  });
}

/** @param {Buffer} file */
function widthsInIcns(file) {
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  /** @type {Record<string, number>} */
  const widths = {};
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    widths[file.toString('latin1', at, at + 4)] = widthOfPng(file, at + 8);
  }
  return widths;
}

/** @param {number} size */
const picture = (size) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
  return { size, png: new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng() };
};

test('a Windows icon lists its pictures with their sizes and places', () => {
  expect(widthsInIco(ico([16, 48, 256].map(picture)))).toEqual([16, 48, 256]);
});

test('a macOS icon has a picture for each size and density it names', () => {
  expect(widthsInIcns(icns([32, 256].map(picture)))).toEqual({ ic11: 32, ic08: 256, ic13: 256 });
  expect(() => icns([picture(48)])).toThrow('48 pixels');
});

test('the icons that are kept have the sizes that each system shows', () => {
  const kept = (/** @type {string} */ name) => readFileSync(join(root, 'packaging', name));
  expect(widthsInIco(kept('icon.ico'))).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  expect(widthsInIcns(kept('icon.icns'))).toMatchObject({ ic11: 32, ic10: 1024 });
  for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
    expect(widthOfPng(kept(`icons/${size}x${size}.png`), 0)).toBe(size);
  }
});
