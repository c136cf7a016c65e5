/**
 * The network that calls to the platform go through: Chromium's, in a session of its own, in memory:
 * the default one would write addresses with tokens in them to its cache on disk. Made for the first
 * call, which is after the first paint.
 */
import { session } from 'electron';
import type { NetworkGuard } from './networkGuard';
import type { ProxyAdmission } from './proxyAdmission';

export function createPlatformNetwork(
  guard: NetworkGuard,
  admission: ProxyAdmission,
): typeof fetch {
  let made: Promise<typeof fetch> | null = null;

  async function make(): Promise<typeof fetch> {
    const platform = session.fromPartition('openapi', { cache: false });
    await guard(platform);
    return admission.fetchOf(platform);
  }

  return async (...request) => {
    made ??= make();
    return (await made)(...request);
  };
}
