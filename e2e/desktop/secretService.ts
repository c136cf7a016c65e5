/** Locks, unlocks and looks into the keyring that the tests run with (freedesktop.org, Secret Service). */
import { type MessageBus, Variant } from 'dbus-next';
import { z } from 'zod';
import { callMethod, connectToSessionBus, type RemoteObject, readProperty } from './bus';

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

/** What its entries are called, whoever made them. */
export const labelsInKeyring = () =>
  withService(async ({ bus, owner }, collection) => {
    const items = { of: 'org.freedesktop.Secret.Collection', name: 'Items' };
    const label = { of: 'org.freedesktop.Secret.Item', name: 'Label' };
    const paths = await readProperty({ bus, owner, path: collection }, items, z.array(z.string()));
    return Promise.all(paths.map((path) => readProperty({ bus, owner, path }, label, z.string())));
  });

async function withService<Result>(
  use: (remote: RemoteObject, collection: string) => Promise<Result>,
): Promise<Result> {
  const bus = await connectToSessionBus();
  try {
    const remote = { bus, ...service };
    const alias = await callMethod(remote, { of, name: 'ReadAlias' }, 's', ['default']);
    return await use(remote, z.tuple([z.string()]).parse(alias)[0]);
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
  try {
    const [pid] = await callMethod({ bus, ...daemon }, whose, 's', [prompter]);
    process.kill(z.number().parse(pid));
  } catch {
    // It has ended by itself meanwhile, as it does when nobody waits for its answer any more.
  }
}
