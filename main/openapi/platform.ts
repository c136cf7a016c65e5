/** What this client has to know of a deployment. Base URLs come without a slash at their end. */
export interface Platform {
  readonly gateway: string;
  readonly messageGateway: string;
  readonly app: {
    readonly appId: string;
    readonly sysCode?: string;
    /** A broker that hands out access tokens, for those who keep the key off the desktops. */
    readonly accessTokenUrl?: string;
    /** Codes that say "this access token is refused", beside HTTP 401 and 403. */
    readonly accessTokenInvalidCodes: readonly string[];
  };
  readonly login: {
    readonly page: string;
    readonly redirectUri: string;
    readonly ticketMethod: 'GET' | 'POST';
  };
  readonly messages: {
    readonly feedUrl?: string;
    readonly platformCode?: string;
  };
}
