/**
 * Who may change a file on Windows, read from its security descriptor as text (SDDL): unlike the names
 * that icacls prints, it is the same in every language of Windows. Source: Microsoft, "Security
 * Descriptor String Format", "ACE Strings" and "SID Strings".
 */

/** Write (add a file), append (add a folder), delete a child, delete, change rights, take ownership. */
const changing = 0x2 | 0x4 | 0x40 | 0x1_0000 | 0x4_0000 | 0x8_0000;
const everything = 0x1f_01ff;

/** Generic rights and those of files by their letters; letters of other kinds of object as bits. */
const letters: Readonly<Record<string, number>> = {
  GA: everything,
  GW: 0x2 | 0x4,
  GR: 0,
  GX: 0,
  FA: everything,
  FW: 0x2 | 0x4,
  FR: 0,
  FX: 0,
  RC: 0,
  SD: 0x1_0000,
  WD: 0x4_0000,
  WO: 0x8_0000,
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
};

/** GENERIC_ALL, GENERIC_WRITE and MAXIMUM_ALLOWED, as bits of a mask. */
const genericWrite = 0x1000_0000 | 0x4000_0000 | 0x0200_0000;

/**
 * The system, the administrators' group, the installer of Windows, the built-in administrator and a
 * domain's administrators (numbers below 1000 are Windows' own). OW stands for the owner, who is
 * judged anyway.
 */
const administrators =
  /^(SY|BA|LA|DA|EA|OW|S-1-5-18|S-1-5-32-544|S-1-3-4|S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464|S-1-5-21-\d+-\d+-\d+-(500|512|519))$/;

const sid = '(?:S-[0-9-]+|[A-Z]{2})';
const descriptor = new RegExp(
  `^O:(${sid})(?:G:${sid})?D:([A-Z]*)((?:\\([^()]*\\))*)(?:S:.*)?$`,
  's',
);

/**
 * Whether only administrators own what `sddl` describes and may change it. False as well for what this
 * does not understand: a right that nobody can read is no reason for trust. What is denied to some is
 * not counted, and neither is what holds for files and folders yet to be made.
 */
export function onlyAdministratorsChange(sddl: string): boolean {
  const [, owner = '', flags = '', entries = ''] = descriptor.exec(sddl.trim()) ?? [];
  if (!administrators.test(owner) || flags.includes('NO')) return false;
  return [...entries.matchAll(/\(([^()]*)\)/g)].every(([, entry = '']) => isHarmless(entry));
}

const pairsOf = (text: string): readonly string[] => text.match(/../g) ?? [];

function isHarmless(entry: string): boolean {
  const [type = '', flags = '', rights = '', , , holder = ''] = entry.split(';');
  if (type === 'D' || type === 'OD') return true;
  const isForChildren = pairsOf(flags).includes('IO');
  if (isForChildren || administrators.test(holder)) return true;
  return type === 'A' && !mayChange(rights);
}

function mayChange(rights: string): boolean {
  if (/^(0x[0-9a-f]+|\d+)$/i.test(rights)) {
    const mask = Number(rights);
    return (mask & (changing | genericWrite)) !== 0;
  }
  if (!/^([A-Z]{2})*$/.test(rights)) return true;
  return pairsOf(rights).some((name) => ((letters[name] ?? everything) & changing) !== 0);
}
