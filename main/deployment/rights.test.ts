import { expect, test } from 'vitest';
import { rightsFrom, rightsOf } from './rights';

const closed = 'O:BAG:SYD:PAI(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)';
const open = 'O:BAG:SYD:AI(A;;FA;;;BA)(A;;DCLCRPCR;;;BU)';

test('what PowerShell would print of file and folder: both must be closed', () => {
  expect(rightsFrom(`${closed}\r\n${closed}\r\n`, 2)).toBe('administrators-alone');
  expect(rightsFrom(`${closed}\r\n${open}\r\n`, 2)).toBe('others-too');
  expect(rightsFrom(`${open}\r\n${closed}\r\n`, 2)).toBe('others-too');
});

test('one answer for two places is none', () => {
  expect(rightsFrom(`${closed}\r\n`, 2)).toBe('unknown');
  expect(rightsFrom('', 2)).toBe('unknown');
});

test.skipIf(process.platform === 'win32')(
  'where there is no PowerShell to be asked, nothing is known (here: not on Windows)',
  async () => {
    expect(await rightsOf('C:\\ProgramData\\Staffroom\\deployment.json', 0, 'win32')).toBe(
      'unknown',
    );
  },
);
