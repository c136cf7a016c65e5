/** What a download came to, from what electron-updater, the disk and Chromium say of it. */
import type { Failure } from '../../preload/contract';
import { networkFailure } from '../openapi/failure';
import { statusFailure } from '../openapi/http';
import type { Refusal } from './updateNetwork';

export interface DownloadEnd {
  /** What was thrown; `late` where nothing came for as long as `patience`. */
  readonly error: unknown;
  readonly refusal: Refusal | null;
  /** How many bytes had come, as far as was told. */
  readonly transferred: number;
  readonly host: string;
  /** Milliseconds. */
  readonly patience: number;
  readonly issuer: string | null;
}

export function downloadFailure(end: DownloadEnd): Failure {
  const { error, refusal, transferred, host, patience, issuer } = end;
  if (refusal !== null) return refusedAs(refusal, host);
  if (error === 'late') return { kind: 'timeout', host, afterMs: patience };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // Chromium's name for a body that is packed though that was not allowed.
  const isPacked = error instanceof Error && error.message.includes('ERR_CONTENT_DECODING');
  if (code === 'ERR_CHECKSUM_MISMATCH' || isPacked) return { kind: 'update', why: 'damaged' };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'update', why: 'no-room' };
  if (/^(EACCES|EPERM|EROFS|EIO|ENOENT|EMFILE)$/.test(code)) return { kind: 'storage' };
  if (transferred > 0) return { kind: 'update', why: 'incomplete' };
  return networkFailure(error, { host, afterMs: patience, limitBytes: 0, issuer });
}

function refusedAs(refusal: Refusal, host: string): Failure {
  switch (refusal.kind) {
    case 'elsewhere':
      return { kind: 'update', why: 'elsewhere' };
    case 'other-size':
      return { kind: 'update', why: 'damaged' };
    case 'status':
      return (
        statusFailure(refusal.status, host) ?? { kind: 'http-status', host, status: refusal.status }
      );
  }
}
