import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autostartEntry } from './autostartEntry';

/** As a desktop reads it: the file's own escapes, the field codes, and then as a shell does. */
function argumentsIn(entry: string): readonly string[] {
  const exec = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  const command = exec.replaceAll('\\\\', '\\').replaceAll('%%', '%');
  const printed = execFileSync('bash', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
  return printed.split('\0').slice(0, -1);
}

test('the entry starts exactly the command, whatever its path holds', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'ab /"`$\\%学校\''), minLength: 1 });
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (command) => {
      expect(argumentsIn(autostartEntry(command))).toEqual(command);
    }),
    { numRuns: 50 },
  );
});

test('the entry has a name in both languages', () => {
  const lines = autostartEntry(['/opt/Staffroom/staffroom', '--hidden']).split('\n');
  expect(lines.slice(0, 2)).toEqual(['[Desktop Entry]', 'Type=Application']);
  expect(lines).toContain('Name[zh_CN]=教师工作台');
  expect(lines).toContain('Exec="/opt/Staffroom/staffroom" "--hidden"');
});
