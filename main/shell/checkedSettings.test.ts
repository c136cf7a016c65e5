import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { settingValues } from '../../preload/contract';
import { checkedSettings, steppedTextSize, textSizes } from './checkedSettings';

const settings = z.strictObject(settingValues);
const names = settings.keyof().options;

/** What somebody might have written: of the right kind, nearly so, or anything. */
const written = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(...['system', 'zh-CN', 'dark', 'hidden', 'off', 100, 115, 0, 61, null]),
    fc.record({ from: fc.string(), to: fc.constant('07:00') }),
    fc.record({
      kind: fc.constantFrom('manual', 'none', 'system', 'other'),
      host: fc.oneof(
        fc.constantFrom('proxy.example', '[::1]', 'http://a', 'a:1', 'a b'),
        fc.string(),
      ),
      port: fc.oneof(fc.integer({ min: -1, max: 70_000 }), fc.string()),
    }),
  ),
);

test('whatever a settings file holds, what comes of it is what the contract allows', () => {
  fc.assert(
    fc.property(written, (found) => {
      expect(settings.safeParse(checkedSettings(found)).error).toBeUndefined();
    }),
  );
});

test('a broken setting takes no other with it', () => {
  fc.assert(
    fc.property(written, fc.constantFrom(...names), fc.jsonValue(), (found, name, broken) => {
      const { [name]: _, ...others } = checkedSettings(found);
      expect(checkedSettings({ ...found, [name]: broken })).toMatchObject(others);
    }),
  );
});

test('what the contract allows is read back as it was written', () => {
  const time = fc
    .record({ hour: fc.nat(23), minute: fc.nat(59) })
    .map(({ hour, minute }) =>
      [hour, minute].map((part) => String(part).padStart(2, '0')).join(':'),
    );
  const allowed = fc.record({
    language: fc.constantFrom('zh-CN', 'en-US', 'system'),
    theme: fc.constantFrom('system', 'light', 'dark'),
    textSize: fc.constantFrom(...textSizes),
    launchAtLogin: fc.constantFrom('off', 'shown', 'hidden'),
    closeToTray: fc.constantFrom('on', 'off'),
    markReadAfterSeconds: fc.option(fc.nat(60)),
    notifications: fc.constantFrom('on', 'off'),
    quietHours: fc.option(fc.record({ from: time, to: time })),
    proxy: fc.oneof(
      fc.constantFrom({ kind: 'system' }, { kind: 'none' }),
      fc.record({
        kind: fc.constant('manual'),
        host: fc.oneof(
          fc.domain(),
          fc.ipV4(),
          fc.ipV6().map((address) => `[${address}]`),
        ),
        port: fc.integer({ min: 1, max: 65_535 }),
      }),
    ),
    sharedComputer: fc.constantFrom('yes', 'no'),
  });
  fc.assert(
    fc.property(allowed, (found) => {
      expect(checkedSettings(found)).toEqual(found);
    }),
  );
});

test('the text grows and shrinks by steps, and stays at the ends', () => {
  expect(steppedTextSize(100, 'larger')).toBe(115);
  expect(steppedTextSize(200, 'larger')).toBe(200);
  expect(steppedTextSize(130, 'smaller')).toBe(115);
  expect(steppedTextSize(100, 'smaller')).toBe(100);
});
