import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface UntrustedServer {
  /** With its port. */
  readonly host: string;
  /** How many requests got through to it. */
  asked(): number;
  close(): void;
}

/** A server on the loopback address that Chromium must not trust: its issuer is itself. */
export async function untrustedServer(): Promise<UntrustedServer> {
  let asked = 0;
  const server = createServer(untrusted, (_request, response) => {
    asked += 1;
    response.end('<h1>password?</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    asked: () => asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * A certificate that nobody vouches for, and its key, which protects nothing:
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500
 *   -subj "/CN=untrusted.invalid"
 */
export const untrusted = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdXVWPKZYzF9361kn
B7vZZEfmHSFtR7FrXKSDejIJwAqhRANCAARpz+zAzyPGZVo2Nmhpon7zWohiewBJ
e7s5nUnQoVchCXmqIFmjoemsfmm1DZr3QpjvB0ajyhdFWPjmPGhGpD7J
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBjzCCATWgAwIBAgIUL0RSPzjJl3xLadyqfReAzv12tuQwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRdW50cnVzdGVkLmludmFsaWQwIBcNMjYxMTIyMDIxMjU4WhgP
MjEyNjEwMjkwMjEyNThaMBwxGjAYBgNVBAMMEXVudHJ1c3RlZC5pbnZhbGlkMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEac/swM8jxmVaNjZoaaJ+81qIYnsASXu7
OZ1J0KFXIQl5qiBZo6HprH5ptQ2a90KY7wdGo8oXRVj45jxoRqQ+yaNTMFEwHQYD
VR0OBBYEFCCsfJLFlxKK3YI4wGXlvN4y0y5DMB8GA1UdIwQYMBaAFCCsfJLFlxKK
3YI4wGXlvN4y0y5DMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIh
AL9kmWTMeDDj2hiwp8Xx6UNtqa5Amo80uMR/zqDrnO9KAiAfSWnY7AU1L9S94PXb
B9nUi0eMiaUkv7dMbehw9gqWMQ==
-----END CERTIFICATE-----
`,
};
