/** The tree of organisations with three classes, a thousand, and three thousand, in the real app. */
import { classTeacher } from '../e2e/pages';
import { startGateway } from '../gateway';
import { bench } from './bench';
import { install } from './installation';
import { measureTree, type TreeTimes } from './organisationTree';
import { publish } from './publish';
import { median, quantile } from './statistics';

const sizes = [0, 1_000, 3_000] as const;
const times = { full: 15, quick: 3 } as const;

bench('organisations', async ({ folder, thoroughness }) => {
  const found: TreeTimes[] = [];
  let electron = '';
  for (const classes of sizes) {
    await bench.step(`${classes} classes more`, async () => {
      const gateway = await startGateway({ classes: { xiabing: classes } });
      const person = classTeacher(gateway);
      const installed = await install(folder, `classes-${classes}`, { gateway, person });
      try {
        const running = await installed.start();
        await installed.signIn(running);
        found.push(await measureTree(running.window, times[thoroughness]));
        electron = await running.window.evaluate(
          () => /Electron\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '',
        );
        await running.close();
      } finally {
        await installed.remove();
        await gateway.close();
      }
    });
  }
  const of = (pick: (one: TreeTimes) => readonly number[]) => found.map((one) => median(pick(one)));
  publish('organisations', {
    columns: sizes.map((classes) => `${classes} more`),
    rows: [
      {
        id: 'openMs',
        title: 'tree open and painted',
        unit: 'ms',
        digits: 1,
        values: of(({ openings }) => openings),
        target: { kind: 'below', value: 200 },
      },
      {
        id: 'keyMs',
        title: 'search as typed, painted',
        unit: 'ms',
        digits: 1,
        values: of(({ keys }) => keys),
        target: { kind: 'below', value: 50 },
      },
      {
        id: 'frameMs95',
        title: 'between frames while scrolling, 95 %',
        unit: 'ms',
        digits: 1,
        values: found.map(({ frames }) => quantile(frames, 0.95)),
        target: { kind: 'below', value: 32 },
      },
    ],
    electron,
    notes: ['Medians where nothing else is said; a figure is up to one frame too high.'],
  });
});
