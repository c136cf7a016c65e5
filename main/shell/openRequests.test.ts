import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenRequest } from './openRequest';
import { listenForOpenRequests } from './openRequests';

const event = () => ({
  prevented: 0,
  preventDefault() {
    this.prevented += 1;
  },
});

test('what was asked for before anybody follows is handed over then, in order', () => {
  const app = new EventEmitter();
  const requests = listenForOpenRequests(app, ['staffroom', 'staffroom://message/first']);
  const opened = event();
  app.emit('open-url', opened, 'staffroom://message/second');
  const asked: OpenRequest[] = [];
  requests.follow((request) => asked.push(request));
  app.emit('open-file', event(), '/tmp/third.staffroom');
  expect(asked).toEqual([
    { kind: 'message', id: 'first' },
    { kind: 'message', id: 'second' },
    { kind: 'deployment-file', path: '/tmp/third.staffroom' },
  ]);
  // Else macOS takes it that nobody opens it.
  expect(opened.prevented).toBe(1);
});

test("a second start's file is looked for where that was started", () => {
  const app = new EventEmitter();
  const asked: OpenRequest[] = [];
  listenForOpenRequests(app, ['staffroom']).follow((request) => asked.push(request));
  app.emit('second-instance', event(), ['staffroom', 'x.staffroom'], '/home/me');
  expect(asked.at(-1)).toEqual({
    kind: 'deployment-file',
    path: resolve('/home/me', 'x.staffroom'),
  });
});
