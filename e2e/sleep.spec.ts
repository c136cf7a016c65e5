import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';
import type { JournalEntry } from '../gateway';
import { expect, test } from './app';
import { classTeacher } from './pages';

const period = 1_000;
const quick = {
  deployment: { session: { heartbeatSeconds: period / 1_000 }, messages: { pollSeconds: 1 } },
};

test('asleep, nothing goes out to the platform; awake, one heartbeat soon, and no burst of them', async ({
  launch,
  gateway,
  logind,
  tray,
  userData,
}) => {
  const run = await launch(quick);
  await run.signIn(classTeacher(gateway));
  await gateway.until('heartbeat', 2);

  await logind.sleep();
  const log = join(userData, 'logs', 'main.log');
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('power: suspend');
  // What was under way when the machine fell asleep comes to its end.
  await passing(period / 2);
  gateway.clearJournal();
  // That nothing comes is seen by waiting alone.
  await passing(4 * period);
  expect(gateway.journal.map(({ call }) => call)).toEqual([]);

  const wokeAt = Date.now();
  logind.wake();
  const [first, second, third] = await gateway.until('heartbeat', 3);
  // Within 5 s, which a period of one second makes a tenth of that, and what a busy machine adds.
  expect(Number(first?.at) - wokeAt).toBeLessThan(3 * period);
  // The first pause after waking is by chance from half of this period on: a burst has no gaps.
  expect(between(first, second)).toBeGreaterThan(0.4 * period);
  expect(between(second, third)).toBeGreaterThan(0.4 * period);
  await gateway.until('feed', 1);

  // By the tray: Chromium closes its sockets when the machine sleeps, Playwright's with them.
  const item = await tray.item();
  await expect.poll(() => item.tooltip()).toMatch(/ 已登录/);
  await Promise.allSettled([item.click('退出教师工作台')]);
  await run.ended;
});

/** Milliseconds. */
const between = (before: JournalEntry | undefined, after: JournalEntry | undefined) =>
  Number(after?.at) - Number(before?.at);
