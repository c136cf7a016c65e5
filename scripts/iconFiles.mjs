// The icon files of Windows and macOS, as containers of PNGs.

/**
 * @typedef {object} Picture
 * @property {number} size of its sides, in pixels
 * @property {Buffer} png
 */

/**
 * A Windows icon. PNGs are read in it since Windows Vista (Microsoft, "Icons", 2022).
 * @param {readonly Picture[]} pictures up to 256 pixels
 * @returns {Buffer}
 */
export function ico(pictures) {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let place = directory.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // A byte each, in which 0 stands for 256.
    directory.writeUInt8(size % 256, entry);
    directory.writeUInt8(size % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(place, entry + 12);
    place += png.length;
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** Names of PNGs in a macOS icon, by pixels; a size that is also another's double density has two.
 * 16 pixels are drawn from those of 32: as a PNG they would be read by few versions of macOS. */
const icnsTypes = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/**
 * A macOS icon.
 * @param {readonly Picture[]} pictures of 32, 64, 128, 256, 512 or 1024 pixels
 * @returns {Buffer}
 */
export function icns(pictures) {
  const parts = pictures.flatMap(({ size, png }) => {
    const types = icnsTypes.get(size);
    if (types === undefined) throw new Error(`A macOS icon has no picture of ${size} pixels.`);
    return types.map((type) => Buffer.concat([head(type, png.length), png]));
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([head('icns', length), ...parts]);
}

/** A name and the length of what follows, with itself. @param {string} type @param {number} length */
function head(type, length) {
  const bytes = Buffer.alloc(8);
  bytes.write(type, 'latin1');
  bytes.writeUInt32BE(8 + length, 4);
  return bytes;
}
