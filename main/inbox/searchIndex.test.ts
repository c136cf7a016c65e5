import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulatedClock } from '../session/simulatedClock';
import { createSearchIndex } from './searchIndex';
import { writePiece } from './searchPiece';

/** A store whose texts are given, with keys from 1, so many to a piece; it counts how often it is asked. */
function storeOf(texts: (string | { readonly key: number; readonly text: string })[], inPiece = 2) {
  const asked: number[] = [];
  return {
    asked,
    searchPieces(after: number, count: number) {
      asked.push(after);
      const keyed = texts.map((text, at) =>
        typeof text === 'string' ? { key: at + 1, text } : text,
      );
      const pieces = Array.from({ length: Math.ceil(keyed.length / inPiece) }, (_, number) => ({
        number: number + 1,
        piece: writePiece(keyed.slice(number * inPiece, (number + 1) * inPiece)),
      }));
      return pieces.filter(({ number }) => number > after).slice(0, count);
    },
  };
}

const all = (count: number) => Uint32Array.from({ length: count }, (_, at) => count - at);

test('finds what holds all words, in the order it is given', async () => {
  const texts = ['校办\n会议室改到三楼', '图书馆\n还书', '校办\n三楼还书'];
  const index = createSearchIndex(storeOf(texts));
  expect(await index.find('校办 三楼', all(3))).toEqual(Uint32Array.of(3, 1));
  expect(await index.find('还书', all(3))).toEqual(Uint32Array.of(3, 2));
  expect(await index.find('还书', Uint32Array.of(2))).toEqual(Uint32Array.of(2));
  expect(await index.find('没有', all(3))).toEqual(Uint32Array.of());
  expect(await index.find('  ', all(3))).toEqual(all(3));
});

test('a word is not found across the end of a message, nor a NUL as the end itself', async () => {
  const index = createSearchIndex(storeOf(['ab', 'cd']));
  expect(await index.find('bc', all(2))).toEqual(Uint32Array.of());
  expect(await index.find('b\0c', all(2))).toEqual(Uint32Array.of());
  expect(await index.find('\0', all(2))).toEqual(all(2));
});

test('whatever the texts and words are, it finds what a look through each of them finds', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'B', '会', '議', ' ', '９', '\n', '𠮷') });
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { maxLength: 30 }), letters, async (texts, search) => {
      const folded = (text: string) => text.normalize('NFKC').toLowerCase();
      const words = folded(search)
        .split(/\s+/)
        .filter((word) => word !== '');
      const expected = [...all(texts.length)].filter((key) =>
        words.every((word) => folded(texts[key - 1] ?? '').includes(word)),
      );
      const index = createSearchIndex(storeOf(texts));
      expect([...(await index.find(search, all(texts.length)))]).toEqual(expected);
    }),
  );
});

test('texts are opened once, in pieces; those that came since are added at the next search', async () => {
  const texts = Array.from({ length: 900 }, (_, n) => `消息${n}`);
  const store = storeOf(texts, 30);
  const index = createSearchIndex(store);
  expect(await index.find('消息899', all(900))).toEqual(Uint32Array.of(900));
  expect(store.asked).toEqual([0, 16]);
  texts.push('消息刚到');
  expect(await index.find('刚到', all(901))).toEqual(Uint32Array.of(901));
  expect(store.asked).toEqual([0, 16, 30]);
});

test('two searches at once open the texts once', async () => {
  const store = storeOf(
    Array.from({ length: 900 }, (_, n) => `消息${n}`),
    30,
  );
  const index = createSearchIndex(store);
  const [one, other] = await Promise.all([
    index.find('消息7', all(900)),
    index.find('消息899', all(900)),
  ]);
  expect([one.length, other.length]).toEqual([111, 1]);
  expect(store.asked).toEqual([0, 16]);
});

test('a message that was rewritten is found by its new words, and not by its old ones', async () => {
  const index = createSearchIndex(
    storeOf(['三楼会议', '还书', '值日', { key: 1, text: '五楼会议' }]),
  );
  expect(await index.find('五楼', all(3))).toEqual(Uint32Array.of(1));
  expect(await index.find('三楼', all(3))).toEqual(Uint32Array.of());
  expect(await index.find('会议', all(3))).toEqual(Uint32Array.of(1));
});

test('without a search for five minutes the texts are let go', async () => {
  const clock = simulatedClock();
  const store = storeOf(['会议']);
  const index = createSearchIndex(store, clock);
  await index.find('会议', all(1));
  clock.pass(4 * 60_000);
  await index.find('会议', all(1));
  clock.pass(4 * 60_000);
  await index.find('会议', all(1));
  expect(store.asked).toEqual([0, 1, 1]);
  clock.pass(5 * 60_000);
  await index.find('会议', all(1));
  expect(store.asked).toEqual([0, 1, 1, 0]);
});
