/** A start that is refused: said, and ended, before anything of hers is touched. */
import { app, dialog } from 'electron';
import type { Catalogue } from '../../i18n';
import type { Refused } from './refusedStart';

/** EX_USAGE of BSD's sysexits.h: the command was used wrongly. */
const exitCode = 64;

/** Nobody may be there to answer. */
const shownForMs = 60_000;

/**
 * Prints it, and where it was not started from a terminal shows it as well. Called before the app is
 * ready, and in place of everything else.
 */
export function refuseToStart(
  refused: readonly [Refused, ...Refused[]],
  words: Catalogue['refusedStart'],
): void {
  const [{ what, harm }] = refused;
  const message = words.message(what);
  const detail = `${words.why[harm]}\n${words.advice}`;
  console.error(`${message}\n${detail}`);
  if (process.stderr.isTTY) app.exit(exitCode);
  else void show(refused, { title: words.title, message, detail });
}

async function show(
  refused: readonly Refused[],
  box: { readonly title: string; readonly message: string; readonly detail: string },
): Promise<void> {
  // A box can only be shown when Chromium is up, which would then do what was asked of it.
  for (const { kind, name } of refused) {
    if (kind === 'switch') app.commandLine.removeSwitch(name);
    else delete process.env[name];
  }
  app.once('will-quit', () => app.exit(exitCode));
  await app.whenReady();
  const signal = AbortSignal.timeout(shownForMs);
  await dialog.showMessageBox({ type: 'error', ...box, signal });
  app.exit(exitCode);
}
