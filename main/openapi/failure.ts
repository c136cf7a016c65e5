/** What a request that got no answer came to, from the names that Chromium and Node give it. */
import type { Failure } from '../../preload/contract';

/** What a failure may say of a request: its host, never its address. */
export interface Attempt {
  readonly host: string;
  /** How long it took. */
  readonly afterMs: number;
  readonly limitBytes: number;
  /** Who issued the certificate that the host showed, where it was refused; see `CertificateIssuers`. */
  readonly issuer: string | null;
}

/**
 * Chromium's fetch puts its name of the error into the message (`net::ERR_CONNECTION_RESET`), Node's
 * puts a `code` on a `cause`; axios wraps either once more.
 */
export function networkFailure(error: unknown, attempt: Attempt): Failure {
  const { host } = attempt;
  for (const { message, code } of causes(error)) {
    if (message.startsWith('maxContentLength size')) {
      return { kind: 'too-large', host, limitBytes: attempt.limitBytes };
    }
    // Both runtimes refuse a redirect in words only. The platform has none: it is a portal's.
    if (/redirect/i.test(message)) return { kind: 'not-the-platform', host };
    const chromium = /net::ERR_([A-Z0-9_]+)/.exec(message)?.[1];
    const failure =
      chromium === undefined ? nodeFailure(code, attempt) : chromiumFailure(chromium, attempt);
    if (failure !== null) return failure;
  }
  return { kind: 'refused', host, how: 'unreachable' };
}

interface Cause {
  readonly message: string;
  readonly code: string;
}

/** An error and its causes, the outermost first. */
function causes(error: unknown): readonly Cause[] {
  const found: Cause[] = [];
  let at = error;
  while (at instanceof Error && found.length < 8) {
    found.push({
      message: at.message,
      code: 'code' in at && typeof at.code === 'string' ? at.code : '',
    });
    at = at.cause;
  }
  return found;
}

/** https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
function chromiumFailure(name: string, { host, afterMs, issuer }: Attempt): Failure {
  if (name === 'INTERNET_DISCONNECTED') return { kind: 'offline' };
  if (/^PROXY_AUTH/.test(name)) return { kind: 'proxy-password' };
  if (/PROXY|TUNNEL|SOCKS|^PAC_/.test(name)) return { kind: 'proxy' };
  if (/^CERT_/.test(name)) return { kind: 'tls', host, reason: name, issuer };
  if (/^SSL_|BAD_SSL/.test(name)) return { kind: 'tls', host, reason: name, issuer: null };
  if (/NAME_NOT_RESOLVED|NAME_RESOLUTION|^DNS_|^ICANN_/.test(name)) return { kind: 'dns', host };
  if (/TIMED_OUT/.test(name)) return { kind: 'timeout', host, afterMs };
  if (name === 'CONNECTION_REFUSED') return { kind: 'refused', host, how: 'refused' };
  if (/^INVALID_|^RESPONSE_HEADERS_|REDIRECT/.test(name)) return { kind: 'not-the-platform', host };
  if (
    /_RESET|_CLOSED|_ABORTED|EMPTY_RESPONSE|MISMATCH|INCOMPLETE|CHANGED|^HTTP2_|^QUIC_/.test(name)
  )
    return { kind: 'refused', host, how: 'reset' };
  return { kind: 'refused', host, how: 'unreachable' };
}

/** Codes of libuv, OpenSSL and undici. Null where this cause says nothing. */
function nodeFailure(code: string, { host, afterMs }: Attempt): Failure | null {
  if (/^(ENOTFOUND|EAI_)/.test(code)) return { kind: 'dns', host };
  if (code === 'ECONNREFUSED') return { kind: 'refused', host, how: 'refused' };
  if (/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/.test(code))
    return { kind: 'refused', host, how: 'reset' };
  if (/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code))
    return { kind: 'refused', host, how: 'unreachable' };
  if (code === 'ENETDOWN') return { kind: 'offline' };
  if (/TIMEDOUT|TIMEOUT/.test(code)) return { kind: 'timeout', host, afterMs };
  if (/CERT|^ERR_TLS_|^ERR_SSL_|UNABLE_TO_|^EPROTO$/.test(code))
    return { kind: 'tls', host, reason: code, issuer: null };
  if (/^HPE_/.test(code)) return { kind: 'not-the-platform', host };
  return null;
}
