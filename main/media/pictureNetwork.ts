/** What fetching a picture needs of a network; Electron's is in the shell, Node's in the tests. */

export interface PictureNetwork {
  /** All the addresses that a name has. Rejects with an error that `networkFailure` knows. */
  resolve(hostname: string): Promise<readonly string[]>;
  /** Through a proxy it is the proxy that resolves names, and that is connected to. */
  routeTo(url: URL): Promise<'direct' | 'proxy'>;
  /**
   * One GET without cookies, credentials or referrer, which follows no redirect. `mayAnswer` is asked
   * before any of the body is read, with the address that was connected to. Rejects like `resolve`,
   * and with the signal's reason.
   */
  get(url: URL, options: PictureRequest): Promise<PictureAnswer>;
}

export interface PictureRequest {
  /** Null where the network does not tell. */
  readonly mayAnswer: (connectedTo: string | null) => boolean;
  /** Ends the request, also while its body is read. */
  readonly signal: AbortSignal;
}

export type PictureAnswer =
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'answered'; readonly status: number; readonly body: AsyncIterable<Uint8Array> }
  /** `mayAnswer` said no. */
  | { readonly kind: 'refused' };
