import { describe, expect, it } from 'vitest';
import type { Failure, FailureKind } from '../preload/contract';
import { catalogueOf } from './catalogues';

/** One of every kind; the compiler asks for a new one's. */
const failures: { readonly [Kind in FailureKind]: Extract<Failure, { kind: Kind }> } = {
  offline: { kind: 'offline' },
  timeout: { kind: 'timeout', host: 'a.example', afterMs: 10_000 },
  dns: { kind: 'dns', host: 'a.example' },
  refused: { kind: 'refused', host: 'a.example', how: 'reset' },
  proxy: { kind: 'proxy' },
  'proxy-password': { kind: 'proxy-password' },
  tls: { kind: 'tls', host: 'a.example', reason: 'CERT_DATE_INVALID', issuer: 'Some CA' },
  'not-the-platform': { kind: 'not-the-platform', host: 'a.example' },
  'http-status': { kind: 'http-status', host: 'a.example', status: 404 },
  server: { kind: 'server', host: 'a.example', status: 502 },
  rejected: { kind: 'rejected', code: '900001', text: 'no' },
  malformed: { kind: 'malformed', field: 'result.user_id', problem: 'missing' },
  'too-large': { kind: 'too-large', host: 'a.example', limitBytes: 5 * 1024 * 1024 },
  keychain: { kind: 'keychain', problem: 'locked' },
  'no-app-key': { kind: 'no-app-key' },
  storage: { kind: 'storage' },
  'locked-by-policy': { kind: 'locked-by-policy' },
  'not-forgotten': { kind: 'not-forgotten' },
  file: { kind: 'file', why: 'no-room' },
  cancelled: { kind: 'cancelled' },
  'invalid-argument': { kind: 'invalid-argument', argument: 'ids' },
  picture: { kind: 'picture', host: 'a.example', why: 'not-https' },
  update: { kind: 'update', why: 'unsigned' },
  'wrong-person': { kind: 'wrong-person' },
  'no-browser': { kind: 'no-browser' },
  'no-file-manager': { kind: 'no-file-manager' },
  'wrong-file': { kind: 'wrong-file', problems: [{ field: 'app.appId', expected: 'text' }] },
  'fixed-deployment': { kind: 'fixed-deployment', by: 'machine' },
  internal: { kind: 'internal' },
  'not-ready': { kind: 'not-ready', needs: 'feed' },
};

/** What a text with parameters is tried with; each takes some of the kinds of argument. */
const tries: readonly unknown[] = ['sub_manager_app', 2, { state: 'active', unread: 2 }];

/** Every text of a catalogue with its path; one with parameters is called until it answers text. */
function textsOf(node: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  if (typeof node === 'function') {
    const argument = tries.find((one) => !/undefined|NaN|object/u.test(String(node(one, 3))));
    return new Map([[path, String(node(argument, 3))]]);
  }
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is no text`);
  return new Map(
    Object.entries(node)
      .filter(([key]) => key !== 'failure')
      .flatMap(([key, child]) => [...textsOf(child, path ? `${path}.${key}` : key)]),
  );
}

const chinese = textsOf(catalogueOf('zh-CN'));
const english = textsOf(catalogueOf('en-US'));
const han = /\p{Script=Han}/u;
const chineseSigns = /[\p{Script=Han}，。：；（）]/u;
/** Curly quotes too: in a Chinese font they are as wide as a Chinese sign. */
const wideInChineseFonts = /[\p{Script=Han}，。：；（）‘’“”]/u;

describe('the catalogue', () => {
  it('has the same texts in both languages', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    expect(chinese.size).toBeGreaterThan(200);
  });

  it('leaves none empty, and none with a hole', () => {
    for (const [path, text] of [...chinese, ...english]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|\[object/u);
    }
  });

  it('is Chinese in Chinese and has no Chinese in English', () => {
    for (const [path, text] of chinese) expect(text, path).toMatch(chineseSigns);
    for (const [path, text] of english) expect(text, path).not.toMatch(wideInChineseFonts);
  });
});

describe.each(['zh-CN', 'en-US'] as const)('the words for failures in %s', (language) => {
  const tell = catalogueOf(language).failure;

  it.each(Object.values(failures))('say what happened: $kind', (failure) => {
    const { what, done, can } = tell(failure);
    for (const sentence of [what, done, can]) {
      if (sentence === null) continue;
      expect(sentence).toMatch(language === 'zh-CN' ? han : /^[^\p{Script=Han}]+$/u);
      expect(sentence).toMatch(/[.。]$/u);
      expect(sentence).not.toMatch(/undefined|NaN/u);
    }
  });

  it('say what she can do about each, but for what she cancelled herself', () => {
    const silent = Object.values(failures).filter((failure) => tell(failure).can === null);
    expect(silent.map((failure) => failure.kind)).toEqual(['cancelled']);
  });

  it('name the host, the code and the field that an administrator will ask for', () => {
    expect(tell(failures.timeout).what).toContain('a.example');
    expect(tell(failures.timeout).what).toContain('10');
    expect(tell(failures.server).what).toContain('502');
    expect(tell(failures.tls).what).toMatch(/a\.example.*CERT_DATE_INVALID.*Some CA/);
    expect(tell({ ...failures.tls, issuer: null }).what).not.toMatch(/null|签发者|issued/);
    expect(tell(failures.rejected).what).toContain('900001');
    expect(tell(failures['wrong-file']).what).toContain('app.appId');
    expect(tell(failures.malformed).what).toContain('result.user_id');
    expect(tell(failures['too-large']).what).toContain('5 MB');
    expect(tell(failures.picture).what).toContain('a.example');
  });

  it('say why a picture is not shown, each reason in words of its own', () => {
    const reasons = [
      'not-https',
      'credentials',
      'private-address',
      'not-a-picture',
      'redirects',
    ] as const;
    const said = reasons.map((why) => tell({ kind: 'picture', host: '', why }).what);
    expect(new Set(said).size).toBe(reasons.length);
    for (const sentence of said) {
      expect(sentence).toMatch(language === 'zh-CN' ? han : /^[^\p{Script=Han}]+$/u);
      // An address may name no host.
      expect(sentence).not.toMatch(/undefined|\(\)|（）/u);
    }
  });
});
