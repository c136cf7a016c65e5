import { describe, expect, it } from 'vitest';
import { parseStart } from './startArguments.mjs';

describe('the arguments of npm start', () => {
  it('go to the app', () => {
    expect(parseStart(['--lang=en-US'], '/home')).toEqual({
      deployment: undefined,
      forApp: ['--lang=en-US'],
    });
  });

  it.each([[['--deployment', 'd.json']], [['--deployment=d.json']]])(
    'name a deployment file, relative to where the person is: %s',
    (args) => {
      expect(parseStart(['--a', ...args, '--b'], '/home')).toEqual({
        deployment: '/home/d.json',
        forApp: ['--a', '--b'],
      });
    },
  );

  it('are refused when --deployment names no file', () => {
    expect(() => parseStart(['--deployment'], '/home')).toThrow('--deployment wants a file');
  });
});
