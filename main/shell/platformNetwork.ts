/**
 * The network that calls to the platform go through: Chromium's, in a session of its own, in memory:
 * the default one would write addresses with tokens in them to its cache on disk. Made for the first
 * call, which is after the first paint.
 */
import { type Session, session } from 'electron';
import type { CertificateIssuers } from './certificateIssuers';
import { refusePermissions } from './guards';
import type { ProxyAdmission } from './proxyAdmission';
import type { ProxyRoute } from './proxyRoute';

export function createPlatformNetwork(
  issuers: CertificateIssuers,
  route: ProxyRoute,
  admission: ProxyAdmission,
): typeof fetch {
  let made: Promise<typeof fetch> | null = null;

  async function make(): Promise<typeof fetch> {
    const platform: Session = session.fromPartition('openapi', { cache: false });
    refusePermissions(platform);
    issuers.watch(platform);
    await route.follow(platform);
    return admission.fetchOf(platform);
  }

  return async (...request) => {
    made ??= make();
    return (await made)(...request);
  };
}
