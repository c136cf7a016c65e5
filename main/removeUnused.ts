/** What nobody has opened for long goes, at each start; the log has how much of it. */
import type { Log } from './shell/log';

/** After the first paint, and before any of it is opened: whoever opens it uses it. */
export async function removeWhatIsUnused(userData: string, log: Log): Promise<void> {
  const { removeUnused } = await import('./storage/unused');
  const { unsentMarksIn } = await import('./inbox/unsent');
  const removed = await removeUnused({
    folder: userData,
    now: Date.now(),
    unsentIn: unsentMarksIn,
  });
  const counts = Object.entries(removed).filter(([, count]) => count > 0);
  if (counts.length === 0) return;
  log.info('unused', `removed: ${counts.map(([what, count]) => `${what} ${count}`).join(', ')}`);
}
