/** Locks and unlocks the keyring that the tests run with (freedesktop.org, Secret Service). */
import { type MessageBus, Variant } from 'dbus-next';
import { z } from 'zod';
import { callMethod, connectToSessionBus, type RemoteObject } from './bus';

const service = { owner: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const daemon = { owner: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
const of = 'org.freedesktop.Secret.Service';
const unlock = {
  of: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
  name: 'UnlockWithMasterPassword',
};

/** What the keyring of the test desktop was made with (scripts/desktop.mjs). */
const password = 'practice';

export const lockKeyring = () =>
  withService(async (remote, collection) => {
    await callMethod(remote, { of, name: 'Lock' }, 'ao', [[collection]]);
  });

/** By the daemon's own door for tests, which needs no prompt; then the prompt that waits goes. */
export const unlockKeyring = () =>
  withService(async (remote, collection) => {
    const open = { of, name: 'OpenSession' };
    const opened = await callMethod(remote, open, 'sv', ['plain', new Variant('s', '')]);
    const [, session] = z.tuple([z.unknown(), z.string()]).parse(opened);
    const secret = [session, Buffer.alloc(0), Buffer.from(password), 'text/plain'];
    await callMethod(remote, unlock, 'o(oayays)', [collection, secret]);
    await dismissPrompt(remote.bus);
  });

async function withService(
  use: (remote: RemoteObject, collection: string) => Promise<void>,
): Promise<void> {
  const bus = await connectToSessionBus();
  try {
    const remote = { bus, ...service };
    const alias = await callMethod(remote, { of, name: 'ReadAlias' }, 's', ['default']);
    await use(remote, z.tuple([z.string()]).parse(alias)[0]);
  } finally {
    bus.disconnect();
  }
}

async function dismissPrompt(bus: MessageBus): Promise<void> {
  const prompter = 'org.gnome.keyring.SystemPrompter';
  const has = { of: daemon.owner, name: 'NameHasOwner' };
  const [isThere] = await callMethod({ bus, ...daemon }, has, 's', [prompter]);
  if (isThere !== true) return;
  const whose = { of: daemon.owner, name: 'GetConnectionUnixProcessID' };
  const [pid] = await callMethod({ bus, ...daemon }, whose, 's', [prompter]);
  process.kill(z.number().parse(pid));
}
