import { afterEach, expect, test, vi } from 'vitest';
import { followQuit, leavingEnds, type QuittingApp } from './quitting';

afterEach(() => void vi.useRealTimers());

/** An app that asks before it quits, as Electron's does. */
function someApp() {
  let asks: (event: { preventDefault(): void }) => void = () => undefined;
  const happened: string[] = [];
  const app: QuittingApp = {
    on: (_event, told) => {
      asks = told;
    },
    quit() {
      let prevented = false;
      asks({
        preventDefault: () => {
          prevented = true;
        },
      });
      happened.push(prevented ? 'held' : 'quit');
    },
  };
  const follow = (leave: () => Promise<void> | null) =>
    followQuit({
      app,
      leave,
      leaving: () => happened.push('leaving'),
      quitting: () => happened.push('quitting'),
    });
  return { app, happened, follow };
}

test('with nothing to do first, it quits at once', () => {
  const { app, happened, follow } = someApp();
  follow(() => null);
  app.quit();
  expect(happened).toEqual(['quitting', 'quit']);
});

test.each(['done', 'failed'] as const)(
  'it quits when what comes first is %s, and once',
  async (end) => {
    const { app, happened, follow } = someApp();
    let asked = 0;
    let finish: () => void = () => undefined;
    const leaving = new Promise<void>((resolve, reject) => {
      finish = () => (end === 'done' ? resolve() : reject(new Error('the disk refused')));
    });
    follow(() => {
      asked += 1;
      return leaving;
    });
    app.quit();
    app.quit();
    expect(happened).toEqual(['leaving', 'held', 'held']);
    finish();
    await vi.waitFor(() => expect(happened).toHaveLength(5));
    expect(happened.slice(3)).toEqual(['quitting', 'quit']);
    expect(asked).toBe(1);
  },
);

test('it quits all the same, and once, where what comes first hangs', async () => {
  vi.useFakeTimers();
  const { app, happened, follow } = someApp();
  let finish: () => void = () => undefined;
  follow(
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  app.quit();
  await vi.advanceTimersByTimeAsync(leavingEnds - 1);
  expect(happened).toEqual(['leaving', 'held']);
  await vi.advanceTimersByTimeAsync(1);
  expect(happened.slice(2)).toEqual(['quitting', 'quit']);
  finish();
  await vi.runAllTimersAsync();
  expect(happened).toHaveLength(4);
});
