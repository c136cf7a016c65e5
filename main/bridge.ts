/** Answers the contract: checks who asks and with what, then hands over to a handler. */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import { callChannel, eventChannel, keptProfileChannel } from '../preload/channels';
import type {
  CallName,
  Calls,
  CheckedArgument,
  EventName,
  Events,
  Failure,
  ProfileSnapshot,
  Result,
  Value,
} from '../preload/contract';
import { isPageOfOurs } from './shell/pages';

export type Handlers = {
  readonly [Name in CallName]: (
    argument: CheckedArgument<Name>,
  ) => Result<Value<Name>> | Promise<Result<Value<Name>>>;
};

export interface Answering {
  readonly handlers: Handlers;
  /** A handler threw: a fault of ours, without its text, which may hold anything. */
  readonly faulted: (call: CallName, error: unknown) => void;
}

/**
 * Takes a promise, so that a page may ask before the services stand; where it is rejected, since they
 * never will, each call fails. Ends with the first call.
 */
export function answerCalls(answering: Promise<Answering>): Promise<void> {
  let called: () => void = () => undefined;
  const firstCall = new Promise<void>((resolve) => {
    called = resolve;
  });
  ipcMain.handle(callChannel, async (event, name: unknown, argument: unknown) => {
    if (!isFromPageOfOurs(event)) return refused({ kind: 'invalid-argument', argument: 'sender' });
    called();
    const answers = await answering.catch(() => null);
    if (answers === null) return refused({ kind: 'internal' });
    const { handlers, faulted } = answers;
    // The schemas bring zod with them: not before the first paint.
    const { calls } = await import('../preload/contract');
    if (!isCallName(calls, name)) return refused({ kind: 'invalid-argument', argument: 'name' });
    const checked = calls[name].argument.safeParse(argument);
    if (!checked.success) {
      const path = checked.error.issues[0]?.path.join('.') || name;
      return refused({ kind: 'invalid-argument', argument: path });
    }
    try {
      const handle = handlers[name] as (argument: unknown) => unknown;
      return await handle(checked.data);
    } catch (error) {
      faulted(name, error);
      return refused({ kind: 'internal' });
    }
  });
  return firstCall;
}

/** Given once: whoever loads the page anew later may be signed out, or somebody else. */
export function answerKeptProfile(keptProfile: Promise<ProfileSnapshot | null>): void {
  let toGive: Promise<ProfileSnapshot | null> | null = keptProfile;
  ipcMain.handle(keptProfileChannel, (event) => {
    if (!isFromPageOfOurs(event)) return null;
    const given = toGive;
    toGive = null;
    return given;
  });
}

/** To pages of ours only: a window might be showing something else by then. */
export function tell<Name extends EventName>(
  pages: readonly WebContents[],
  name: Name,
  payload: Events[Name],
): void {
  for (const page of pages) {
    if (!page.isDestroyed() && isPageOfOurs(page.getURL())) page.send(eventChannel, name, payload);
  }
}

function isFromPageOfOurs({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isPageOfOurs(senderFrame.url);
}

const isCallName = (calls: Calls, name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name);

const refused = (failure: Failure): Result<never> => ({ ok: false, failure });
