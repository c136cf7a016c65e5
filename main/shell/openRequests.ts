/** What is asked for from outside the window: by the command line, a second start, or macOS. */
import { resolve } from 'node:path';
import type { Event } from 'electron';
import { type OpenRequest, openRequestIn, openRequestOf } from './openRequest';

/** What is needed of Electron's app. */
export interface OpeningApp {
  on(
    event: 'second-instance',
    listener: (event: Event, argv: string[], workingDirectory: string) => void,
  ): unknown;
  on(event: 'open-url' | 'open-file', listener: (event: Event, asked: string) => void): unknown;
}

export interface OpenRequests {
  /** Hands over what was asked for until now, and from then on whatever is. */
  follow(open: (request: OpenRequest) => void): void;
}

/**
 * To be called before the app is ready: macOS tells what it was started for before that (Electron,
 * `open-file`).
 */
export function listenForOpenRequests(app: OpeningApp, started: readonly string[]): OpenRequests {
  const early: OpenRequest[] = [];
  let hand = (request: OpenRequest): void => {
    early.push(request);
  };

  function ask(request: OpenRequest, startedIn: string): void {
    const { kind } = request;
    hand(kind === 'deployment-file' ? { kind, path: resolve(startedIn, request.path) } : request);
  }

  ask(openRequestIn(started), process.cwd());
  app.on('second-instance', (_event, argv, workingDirectory) =>
    ask(openRequestIn(argv), workingDirectory),
  );
  app.on('open-url', (event, url) => {
    event.preventDefault();
    ask(openRequestOf(url), process.cwd());
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    ask(openRequestOf(path), process.cwd());
  });

  return {
    follow(open) {
      hand = open;
      for (const request of early.splice(0)) open(request);
    },
  };
}
