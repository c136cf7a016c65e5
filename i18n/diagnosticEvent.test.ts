import { describe, expect, it } from 'vitest';
import type { Happening } from '../preload/contract';
import { eventWords } from '.';
import { catalogueOf } from './catalogues';

const cause = { kind: 'server', host: 'a.example', status: 502 } as const;

/** One of every kind; the compiler asks for a new one's. */
const happenings: { readonly [Kind in Happening['kind']]: Extract<Happening, { kind: Kind }> } = {
  started: { kind: 'started', versions: { app: '1', electron: '2', chromium: '3', system: '4' } },
  deployment: { kind: 'deployment', found: 'ready', source: 'machine', cause: null },
  session: { kind: 'session', event: 'unanswered', state: 'unreachable', cause },
  keychain: { kind: 'keychain', action: 'read', problem: 'locked' },
  refresh: { kind: 'refresh', of: 'feed', cause },
  power: { kind: 'power', change: 'resume' },
};

describe.each(['zh-CN', 'en-US'] as const)('the words for what happened in %s', (language) => {
  const words = catalogueOf(language);

  it.each(Object.values(happenings))('are sentences: $kind', (happening) => {
    const { what, why } = eventWords(words, happening);
    expect(what).toMatch(/[.。]$/u);
    if (why !== null) expect(why).toMatch(/[.。]$/u);
  });

  it('name the state that the session is in after it, and the cause', () => {
    const { led, why } = eventWords(words, happenings.session);
    expect(led).toBe(words.session.state.unreachable);
    expect(why).toContain('502');
  });

  it('do not say that the platform gave no reason: its words are not kept', () => {
    const rejected = { kind: 'rejected', code: '100401', text: '' } as const;
    const { why } = eventWords(words, { kind: 'refresh', of: 'profile', cause: rejected });
    expect(why).toContain('100401');
    expect(why).not.toBe(words.failure(rejected).what);
  });
});
