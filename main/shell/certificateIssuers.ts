/** Who issued the certificates that Chromium refused: what a school's IT needs to know of them. */
import { quote } from '../openapi/redact';

/** What is needed of an Electron session. */
export interface VerifyingSession {
  setCertificateVerifyProc(
    verify: (
      looked: {
        readonly hostname: string;
        readonly certificate: { readonly issuerName: string };
        /** Of Chromium's own verification; 0 is trust. */
        readonly errorCode: number;
      },
      decide: (verdict: number) => void,
    ) => void,
  ): void;
}

export interface CertificateIssuers {
  /** Notes what is refused in this session. Chromium's own verdict stands. */
  watch(session: VerifyingSession): void;
  /**
   * The issuer's name in the certificate of `host` (a port is left aside) that was refused last, as
   * one line. Whoever made the certificate chose it: it proves nothing.
   */
  issuerOf(host: string): string | null;
}

/** Chromium's verdict instead of one of ours (Electron, `setCertificateVerifyProc`). */
const chromiumsVerdict = -3;

/** What X.509 allows a common name to be (RFC 5280, appendix A.1). */
const longestName = 64;

/** A login page that asks hosts without end must not fill the memory with their names. */
const mostHosts = 100;

export function createCertificateIssuers(): CertificateIssuers {
  const issuers = new Map<string, string>();

  function note(hostname: string, issuer: string): void {
    issuers.delete(hostname);
    issuers.set(hostname, issuer);
    const [oldest] = issuers.keys();
    if (issuers.size > mostHosts && oldest !== undefined) issuers.delete(oldest);
  }

  return {
    watch(session) {
      session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, decide) => {
        if (errorCode === 0) issuers.delete(hostname);
        else note(hostname, certificate.issuerName);
        decide(chromiumsVerdict);
      });
    },

    issuerOf(host) {
      const issuer = issuers.get(hostnameIn(host));
      if (issuer === undefined) return null;
      return Array.from(quote(issuer, [])).slice(0, longestName).join('') || null;
    },
  };
}

/** Without the port, and without the brackets that URLs put around IPv6 addresses. */
const hostnameIn = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
