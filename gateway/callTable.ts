/**
 * Every address of the platform: its name in the journal and for faults, the envelope it answers
 * with ("older" is `{retCode, retDesc, ...}`, "openapi" is `{code, message, result}`), and whether
 * it wants the application's access token.
 */
export const callTable = {
  'access-token': { envelope: 'older', needs: 'nothing' },
  broker: { envelope: 'older', needs: 'nothing' },
  'login-ticket': { envelope: 'older', needs: 'access-token' },
  'login-page': { envelope: 'older', needs: 'nothing' },
  'oauth-token': { envelope: 'older', needs: 'access-token' },
  'session-ticket': { envelope: 'older', needs: 'access-token' },
  'user-info': { envelope: 'openapi', needs: 'access-token' },
  heartbeat: { envelope: 'openapi', needs: 'access-token' },
  'mark-messages': { envelope: 'older', needs: 'access-token' },
  feed: { envelope: 'openapi', needs: 'nothing' },
  avatar: { envelope: 'older', needs: 'nothing' },
  picture: { envelope: 'older', needs: 'nothing' },
  /** Any other address. */
  unknown: { envelope: 'older', needs: 'nothing' },
} as const satisfies Record<
  string,
  {
    readonly envelope: 'older' | 'openapi';
    readonly needs: 'nothing' | 'access-token';
  }
>;

export type CallName = keyof typeof callTable;

export const callNames = Object.keys(callTable) as readonly CallName[];
