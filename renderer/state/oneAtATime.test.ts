import { describe, expect, it } from 'vitest';
import { oneAtATime } from './oneAtATime';

/** Questions that are answered when the test says so. */
function questions() {
  const open: (() => void)[] = [];
  let asked = 0;
  const ask = oneAtATime(() => {
    asked += 1;
    return new Promise<void>((resolve) => open.push(resolve));
  });
  const answer = async () => {
    open.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ask, answer, asked: () => asked };
}

describe('a question asked one at a time', () => {
  it('is asked once more after the one under way, however often it is called for', async () => {
    const { ask, answer, asked } = questions();
    for (let times = 0; times < 50; times += 1) ask();
    expect(asked()).toBe(1);
    await answer();
    expect(asked()).toBe(2);
    await answer();
    expect(asked()).toBe(2);
  });

  it('is asked at once when none is under way', async () => {
    const { ask, answer, asked } = questions();
    ask();
    await answer();
    ask();
    expect(asked()).toBe(2);
  });
});
