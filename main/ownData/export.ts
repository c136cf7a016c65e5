/** Saves all that is kept of a person where she chooses. */
import type { DeploymentSnapshot, Failure, Result, SettingsSnapshot } from '../../preload/contract';
import type { Inbox } from '../inbox/inbox';
import type { ProfileService } from '../profile/profile';
import { storageFailure } from '../storage/database';
import { writeWhole } from '../storage/wholeFile';
import { HasLeft, ownDataPieces } from './ownData';

export interface ExportOptions {
  readonly inbox: Inbox;
  readonly profile: ProfileService;
  readonly deployment: DeploymentSnapshot;
  readonly settings: SettingsSnapshot;
  /** Asks her where to; null where she does not want to any more. */
  readonly chooseFile: () => Promise<string | null>;
}

/** The file is there whole, or not at all: see `writeWhole`. */
export async function exportData(options: ExportOptions): Promise<Result<'saved' | 'cancelled'>> {
  const { inbox, profile, deployment, settings, chooseFile } = options;
  const kept = inbox.kept();
  if (kept === null) return { ok: false, failure: { kind: 'not-ready', needs: 'sign-in' } };
  const path = await chooseFile();
  if (path === null) return { ok: true, value: 'cancelled' };
  // Not what it was when she was asked: somebody else may be signed in by now.
  if (!kept.isThere()) return { ok: false, failure: { kind: 'cancelled' } };
  const at = Date.now();
  const data = { deployment, settings, kept, at, profile: profile.snapshot.value };
  try {
    await writeWhole(path, ownDataPieces(data));
    return { ok: true, value: 'saved' };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** By what the system calls it (errno(3)). */
const reasons: Readonly<Record<string, Extract<Failure, { kind: 'file' }>['why']>> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
};

function failureOf(error: unknown): Failure {
  if (error instanceof HasLeft) return { kind: 'cancelled' };
  const isOfFiles = error instanceof Error && 'syscall' in error && 'code' in error;
  if (!isOfFiles) return storageFailure(error);
  return { kind: 'file', why: reasons[String(error.code)] ?? 'other' };
}
