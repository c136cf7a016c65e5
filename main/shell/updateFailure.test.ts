import { expect, test } from 'vitest';
import { type DownloadEnd, downloadFailure } from './updateFailure';

const coded = (code: string) => Object.assign(new Error('…'), { code });
const end: DownloadEnd = {
  error: new Error('net::ERR_CONNECTION_RESET'),
  refusal: null,
  transferred: 0,
  host: 'updates.example',
  patience: 60_000,
  issuer: null,
};

test.each([
  ['a hash that is not the described one', coded('ERR_CHECKSUM_MISMATCH'), 'damaged'],
  ['a body that was packed', new Error('net::ERR_CONTENT_DECODING_FAILED'), 'damaged'],
  ['a full disk', coded('ENOSPC'), 'no-room'],
  ['a quota that is used up', coded('EDQUOT'), 'no-room'],
])('%s has its own words', (_what, error, why) => {
  expect(downloadFailure({ ...end, error, transferred: 10 })).toEqual({ kind: 'update', why });
});

test('what breaks off before the first byte is the network’s, and after it a broken download', () => {
  expect(downloadFailure(end)).toEqual({
    kind: 'refused',
    host: 'updates.example',
    how: 'reset',
  });
  expect(downloadFailure({ ...end, transferred: 10 })).toEqual({
    kind: 'update',
    why: 'incomplete',
  });
});

test('silence is a time limit, and a folder that cannot be written the disk’s', () => {
  expect(downloadFailure({ ...end, error: 'late' })).toMatchObject({
    kind: 'timeout',
    afterMs: 60_000,
  });
  expect(downloadFailure({ ...end, error: coded('EACCES') })).toEqual({ kind: 'storage' });
});

test('what was cut off here says why', () => {
  expect(downloadFailure({ ...end, refusal: { kind: 'elsewhere' } })).toMatchObject({
    why: 'elsewhere',
  });
  expect(downloadFailure({ ...end, refusal: { kind: 'other-size' } })).toMatchObject({
    why: 'damaged',
  });
  expect(downloadFailure({ ...end, refusal: { kind: 'status', status: 404 } })).toEqual({
    kind: 'http-status',
    host: 'updates.example',
    status: 404,
  });
});
