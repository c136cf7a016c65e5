import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { controlText, wantedBy } from './debFromFpm.mjs';

/** As electron-builder 26 calls fpm. */
const call = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libgtk-3-0', '-d', 'libasound2 | libasound2t64'],
  ...['--deb-recommends', 'gnome-keyring', '--deb-compression', 'xz', '--architecture', 'amd64'],
  ...['--after-install', 'in.sh', '--after-remove', 'out.sh'],
  ...['--description', 'Short words\n Long words', '--version', '1.2.3', '--package', 'a.deb'],
  ...['--name', 'staffroom', '--maintainer', 'M <m@school.example>', '--vendor', 'M'],
  ...['--url', 'https://school.example', '--deb-priority', 'optional', '--license', 'MIT'],
  ...['unpacked/=/opt/Staffroom', 'a.png=/usr/share/icons/a.png'],
];

describe('what fpm is told', () => {
  test('becomes the control data, the scripts and what goes where', () => {
    expect(wantedBy(call)).toEqual({
      output: 'a.deb',
      description: 'Short words\n Long words',
      compression: 'xz',
      scripts: { postinst: 'in.sh', postrm: 'out.sh' },
      contents: [
        { from: 'unpacked/', to: '/opt/Staffroom' },
        { from: 'a.png', to: '/usr/share/icons/a.png' },
      ],
      control: [
        ['Package', 'staffroom'],
        ['Version', '1.2.3'],
        ['License', 'MIT'],
        ['Vendor', 'M'],
        ['Architecture', 'amd64'],
        ['Maintainer', 'M <m@school.example>'],
        ['Depends', 'libgtk-3-0, libasound2 | libasound2t64'],
        ['Recommends', 'gnome-keyring'],
        ['Priority', 'optional'],
        ['Homepage', 'https://school.example'],
      ],
    });
  });

  test('is refused where it asks for anything else', () => {
    expect(() => wantedBy([...call, '--deb-systemd', 'unit'])).toThrow('--deb-systemd');
    expect(() => wantedBy(call.map((arg) => (arg === 'deb' ? 'rpm' : arg)))).toThrow('deb');
    expect(() => wantedBy([...call, 'file'])).toThrow('file');
  });
});

test('a description’s further lines are indented, and an empty one is a dot', () => {
  const text = controlText({ control: [['Package', 'a']], description: 'Short\n one\n\n two' }, 7);
  expect(text).toBe('Package: a\nInstalled-Size: 7\nDescription: Short\n one\n .\n two\n');
});

describe.runIf(existsSync('/usr/bin/dpkg-deb'))('the package', () => {
  /** @type {string} */
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'staffroom-deb-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** @param {string} command @param {string[]} args */
  const output = (command, args) => {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

  test('belongs to root, can be read by everybody, and runs its scripts', () => {
    mkdirSync(join(folder, 'unpacked'), { mode: 0o700 });
    writeFileSync(join(folder, 'unpacked', 'program'), 'x', { mode: 0o700 });
    chmodSync(join(folder, 'unpacked', 'program'), 0o700);
    for (const name of ['a.png', 'in.sh', 'out.sh'])
      writeFileSync(join(folder, name), '#!/bin/sh\n');
    output(process.execPath, [join(import.meta.dirname, 'debFromFpm.mjs'), ...call]);
    const list = output('dpkg-deb', ['--contents', 'a.deb']);
    expect(list).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/Staffroom\/program$/m);
    expect(list).toMatch(/^-rw-r--r-- root\/root .* \.\/usr\/share\/icons\/a\.png$/m);
    expect(output('dpkg-deb', ['--field', 'a.deb', 'Depends'])).toBe(
      'libgtk-3-0, libasound2 | libasound2t64\n',
    );
    expect(output('dpkg-deb', ['--info', 'a.deb'])).toMatch(/postinst[\s\S]*postrm/);
  });
});
