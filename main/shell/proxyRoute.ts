/** Which way a session of Electron's goes out to the network: the proxy that she has set. */
import type { ProxyConfig } from 'electron';
import type { ProxySetting } from '../../preload/contract';

/** What is needed of an Electron session. */
export interface RoutedSession {
  setProxy(config: ProxyConfig): Promise<void>;
  closeAllConnections(): Promise<void>;
}

export interface ProxyRoute {
  /** From now on the session goes the way that is set; ends when the first request may be made. */
  follow(session: RoutedSession): Promise<void>;
  /** Ends when every session goes this way. */
  set(proxy: ProxySetting): Promise<void>;
}

export function createProxyRoute(first: ProxySetting): ProxyRoute {
  const sessions: RoutedSession[] = [];
  let config = configOf(first);
  let changing: Promise<unknown> = Promise.resolve();

  return {
    async follow(session) {
      sessions.push(session);
      await session.setProxy(config);
    },

    async set(proxy) {
      const next = configOf(proxy);
      if (JSON.stringify(next) === JSON.stringify(config)) return void (await changing);
      config = next;
      changing = Promise.all(
        sessions.map(async (session) => {
          await session.setProxy(config);
          // Those that are open would go on the old way.
          await session.closeAllConnections();
        }),
      );
      await changing;
    },
  };
}

/** This computer itself is never asked for through a proxy: Chromium sees to that by itself. */
function configOf(proxy: ProxySetting): ProxyConfig {
  switch (proxy.kind) {
    case 'system':
      return { mode: 'system' };
    case 'none':
      return { mode: 'direct' };
    case 'manual':
      return { mode: 'fixed_servers', proxyRules: `http://${proxy.host}:${proxy.port}` };
  }
}
