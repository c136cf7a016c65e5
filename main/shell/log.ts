/**
 * The log file, where the system has them (Electron's `logs`): on macOS that is not the user-data folder. What is written are words of ours: scopes, kinds, counts.
 * Texts from servers, addresses and error messages stay out, for what they may hold.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { logLimit } from '../../preload/stored';
import { redact } from '../diagnostics/redact';

export interface Log {
  info(scope: string, what: string): void;
  warn(scope: string, what: string): void;
}

export interface LogFile extends Log {
  /** The last so many lines, the oldest first; none where the file cannot be read. */
  tail(lines: number): Promise<readonly string[]>;
}

const mostBytes = logLimit * 1024 * 1024;

/** `folder` is the logs' own. */
export function openLog(folder: string): LogFile {
  const path = join(folder, 'main.log');
  const logger = electronLog.create({ logId: 'staffroom' });
  logger.transports.file.resolvePathFn = () => path;
  logger.transports.file.maxSize = mostBytes;
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.console.level = false;
  return {
    info: (scope, what) => logger.info(redact(`${scope}: ${what}`)),
    warn: (scope, what) => logger.warn(redact(`${scope}: ${what}`)),
    async tail(lines) {
      const text = await readFile(path, 'utf8').catch(() => '');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .slice(-lines);
    },
  };
}

/** Where something of ours threw, without the error's text. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name} ${frames.slice(0, 4).join(' ').replace(/\s+/g, ' ')}`.trim();
}
