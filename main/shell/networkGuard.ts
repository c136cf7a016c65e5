/** What every session of ours has that goes out to the network, before its first request. */
import type { Session } from 'electron';
import type { CertificateIssuers } from './certificateIssuers';
import { refusePermissions } from './guards';
import type { ProxyRoute } from './proxyRoute';

/** Ends when a request may be made. */
export type NetworkGuard = (session: Session) => Promise<void>;

/** No permissions, the issuers of certificates that are refused, and the proxy that is set. */
export const createNetworkGuard =
  (issuers: CertificateIssuers, route: ProxyRoute): NetworkGuard =>
  async (session) => {
    refusePermissions(session);
    issuers.watch(session);
    await route.follow(session);
  };
