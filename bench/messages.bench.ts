/** An inbox of a thousand, ten thousand and fifty thousand messages, in the real app. */
import { join } from 'node:path';
import { inMain } from '../e2e/inMain';
import { classTeacher, newcomer } from '../e2e/pages';
import { startGateway } from '../gateway';
import { bench } from './bench';
import { bytesIn } from './bytes';
import { install, startBlank } from './installation';
import { type BlankRun, blankRun, emptyRun, firstReading, fullRun } from './messages';
import { rowsOf, type Size } from './messagesTable';
import { publish } from './publish';

const plans = {
  full: { sizes: [1_000, 10_000, 50_000], pairs: 3 },
  quick: { sizes: [1_000, 10_000, 50_000], pairs: 1 },
} as const;

bench('messages', async ({ folder, thoroughness }) => {
  const { sizes, pairs } = plans[thoroughness];
  const blanks: BlankRun[] = [];
  const measured: Size[] = [];
  for (const messages of sizes) measured.push(await measure(messages));
  publish('messages', {
    columns: sizes.map(inDigits),
    rows: rowsOf(measured, blanks),
    electron: await electronVersion(),
    notes: [
      `${pairs} ${pairs === 1 ? 'start' : 'starts'} with each size, in turn with an empty inbox and a blank window; medians where nothing else is said.`,
    ],
  });

  async function measure(messages: number): Promise<Size> {
    const gateway = await startGateway({ inboxes: { xiabing: messages } });
    const full = await install(folder, `full-${messages}`, {
      gateway,
      person: classTeacher(gateway),
    });
    const empty = await install(folder, `empty-${messages}`, {
      gateway,
      person: newcomer(gateway),
    });
    try {
      const readingMs = await bench.step(`${inDigits(messages)} messages are read`, async () => {
        await firstReading(empty, 0);
        return firstReading(full, messages);
      });
      const runs: Size['pairs'][number][] = [];
      for (let pair = 0; pair < pairs; pair += 1) {
        await bench.step(`${inDigits(messages)} messages, start ${pair + 1}`, async () => {
          runs.push({ full: await fullRun(full), empty: await emptyRun(empty) });
          blanks.push(await blankRun(join(folder, `blank-${messages}-${pair}`)));
        });
      }
      const storeBytes = await bytesIn(join(full.userData, 'messages'));
      return { messages, firstReading: readingMs, storeBytes, pairs: runs };
    } finally {
      await full.remove();
      await empty.remove();
      await gateway.close();
    }
  }

  async function electronVersion(): Promise<string> {
    const { app, close } = await startBlank(join(folder, 'version'));
    const version = await inMain(app, () => process.versions.electron);
    await close();
    return version;
  }
});

const inDigits = (count: number): string => count.toLocaleString('en-GB').replace(',', '\u00a0');
