import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import type { MessageKey, PersonId } from '../../preload/contract';
import { messageId, messageKey } from '../../preload/ids';
import { followMessageLinks, type Linked } from './messageLinks';

const hers = 'p1' as PersonId;
const first = messageId.parse('m1');
const second = messageId.parse('m2');

function linked(known: ReadonlyMap<string, MessageKey>, afterReading = known) {
  const person = signal<PersonId | null>(null);
  const wanted: (MessageKey | 'unknown')[] = [];
  let messages = known;
  const inbox: Linked = {
    keyOf: async (id) => messages.get(id) ?? null,
    async refresh() {
      messages = afterReading;
      return { ok: true, value: 'refreshed' };
    },
  };
  const links = followMessageLinks({
    inbox: () => inbox,
    person: () => person.value,
    want: (message) => wanted.push(message),
  });
  return { links, person, wanted };
}

const key = (number: number) => messageKey.parse(number);

test('a message that is there is wanted at once', async () => {
  const { links, person, wanted } = linked(new Map([[first, key(1)]]));
  person.value = hers;
  links.open(first);
  await vi.waitFor(() => expect(wanted).toEqual([key(1)]));
});

test('one that is newer than the last reading is looked for by another', async () => {
  const { links, person, wanted } = linked(new Map(), new Map([[first, key(1)]]));
  person.value = hers;
  links.open(first);
  await vi.waitFor(() => expect(wanted).toEqual([key(1)]));
});

test('one that is not hers is told', async () => {
  const { links, person, wanted } = linked(new Map());
  person.value = hers;
  links.open(first);
  await vi.waitFor(() => expect(wanted).toEqual(['unknown']));
});

test('while nobody is signed in the last one is remembered, and opened once', async () => {
  const both = new Map([
    [first, key(1)],
    [second, key(2)],
  ]);
  const { links, person, wanted } = linked(both);
  links.open(first);
  links.open(second);
  person.value = hers;
  await vi.waitFor(() => expect(wanted).toEqual([key(2)]));
  person.value = null;
  person.value = hers;
  links.open(first);
  await vi.waitFor(() => expect(wanted).toEqual([key(2), key(1)]));
});
