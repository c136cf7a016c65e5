/** Which calls to the system's keychain are under way: each holds a thread that Node waits for. */
import type { Keytar } from './keychain';

export interface KeytarCalls {
  watch(keytar: Keytar): Keytar;
  underWay(): readonly Promise<unknown>[];
}

export function createKeytarCalls(): KeytarCalls {
  const calls = new Set<Promise<unknown>>();

  function noted<Value>(call: Promise<Value>): Promise<Value> {
    calls.add(call);
    const over = () => calls.delete(call);
    call.then(over, over);
    return call;
  }

  return {
    watch: (keytar) => ({
      getPassword: (...of) => noted(keytar.getPassword(...of)),
      setPassword: (...of) => noted(keytar.setPassword(...of)),
      deletePassword: (...of) => noted(keytar.deletePassword(...of)),
    }),
    underWay: () => [...calls],
  };
}
