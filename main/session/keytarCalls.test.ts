import { expect, test } from 'vitest';
import { memoryKeyring } from '../practice';
import { createKeytarCalls } from './keytarCalls';

test('a call is under way until it has ended, well or not', async () => {
  const { keytar } = memoryKeyring();
  let fail: (error: Error) => void = () => undefined;
  const calls = createKeytarCalls();
  const watched = calls.watch({
    ...keytar,
    getPassword: () =>
      new Promise((_resolve, reject) => {
        fail = reject;
      }),
  });
  const writing = watched.setPassword('Staffroom', 'school/session', 'x');
  const reading = watched.getPassword('Staffroom', 'school/session');
  expect(calls.underWay()).toHaveLength(2);
  await writing;
  expect(calls.underWay()).toHaveLength(1);
  fail(new Error('no'));
  await expect(reading).rejects.toThrow('no');
  expect(calls.underWay()).toEqual([]);
});
