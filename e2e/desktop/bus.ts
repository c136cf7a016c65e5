/** The session bus, with a limit on every wait and nothing of unknown type let through. */
import { once } from 'node:events';
import { Message, type MessageBus, sessionBus } from 'dbus-next';
import { z } from 'zod';
import { within } from '../within';

/** An object that somebody on the bus offers. */
export interface RemoteObject {
  readonly bus: MessageBus;
  /** Name on the bus, such as `:1.42`. */
  readonly owner: string;
  readonly path: string;
}

const answerMs = 5_000;

/** Fails when there is no bus: the tests then do not run under `dbus-run-session`. */
export async function connectToSessionBus(): Promise<MessageBus> {
  if (!process.env.DBUS_SESSION_BUS_ADDRESS) {
    throw new Error('No D-Bus session bus: run the tests with dbus-run-session (npm test does).');
  }
  const bus = sessionBus();
  await once(bus, 'connect');
  return bus;
}

/**
 * Calls a method and gives the body of its answer. Fails with the callee's D-Bus error, or when
 * there is no answer within five seconds.
 */
export async function callMethod(
  object: RemoteObject,
  method: { readonly of: string; readonly name: string },
  signature = '',
  body: readonly unknown[] = [],
): Promise<unknown[]> {
  const call = new Message({
    destination: object.owner,
    path: object.path,
    interface: method.of,
    member: method.name,
    signature,
    body: [...body],
  });
  const reply = await within(answerMs, `an answer to ${method.name}`, object.bus.call(call));
  return reply?.body ?? [];
}

/** Reads a property and checks it against `schema`. */
export async function readProperty<Schema extends z.ZodType>(
  object: RemoteObject,
  property: { readonly of: string; readonly name: string },
  schema: Schema,
): Promise<z.output<Schema>> {
  const get = { of: 'org.freedesktop.DBus.Properties', name: 'Get' };
  const [value] = await callMethod(object, get, 'ss', [property.of, property.name]);
  return holding(schema).parse(value);
}

/** The schema of a D-Bus variant with a value of `inner` in it. */
export const holding = <Inner extends z.ZodType>(inner: Inner) =>
  z
    .object({ value: z.unknown() })
    .transform(({ value }) => value)
    .pipe(inner);
