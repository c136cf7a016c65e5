/** What the login page's redirect tells. [S]: `personId` and `oauthCode`; [A]: the rest. */

export interface Redirect {
  readonly personId: string | null;
  readonly oauthCode: string | null;
  readonly sessionId: string | null;
  readonly ticket: string | null;
}

/**
 * Whether `address` is the registered redirect address: same origin and path, with every parameter
 * that was registered. Anything else that starts alike is somebody else's page.
 */
export function isRedirect(address: string, redirectUri: string): boolean {
  if (!URL.canParse(address)) return false;
  const [url, registered] = [new URL(address), new URL(redirectUri)];
  return (
    url.origin === registered.origin &&
    url.pathname === registered.pathname &&
    url.username === '' &&
    url.password === '' &&
    [...registered.searchParams].every(([name, value]) =>
      url.searchParams.getAll(name).includes(value),
    )
  );
}

export function readRedirect(address: string): Redirect {
  const { searchParams } = new URL(address);
  const read = (...names: string[]): string | null => {
    for (const name of names) {
      const value = searchParams.get(name)?.trim();
      if (value) return value;
    }
    return null;
  };
  return {
    personId: read('personId'),
    oauthCode: read('oauthCode'),
    sessionId: read('usession_id', 'usessionId'),
    ticket: read('ticket'),
  };
}
