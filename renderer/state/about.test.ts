import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { About, Failure, Result } from '../../preload/contract';
import { about, aboutFailure, readAbout } from './about';

const known: About = {
  versions: { app: '0.1.0', electron: '45', chromium: '150', system: 'Linux' },
  folder: '/home/xiabing/.config/staffroom',
};
const failure: Failure = { kind: 'internal' };
const answers: Result<About>[] = [];

beforeEach(() => {
  vi.stubGlobal('window', { staffroom: { call: async () => answers.shift() } });
});
afterEach(() => vi.unstubAllGlobals());

it('tells of a failure until the page has been read all the same', async () => {
  answers.push({ ok: false, failure }, { ok: true, value: known });
  await readAbout();
  expect(aboutFailure.value).toEqual(failure);
  await readAbout();
  expect(aboutFailure.value).toBeNull();
  expect(about.value).toEqual(known);
});
