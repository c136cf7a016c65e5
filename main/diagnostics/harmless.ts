/** A failure, or what happened, without a word that a server or a person wrote. */
import type { Failure, Happening } from '../../preload/contract';
import { redact } from './redact';

const unsaid = '…';

/** `word` where it is made as such words are and looks like no secret. */
const plain = (word: string, shape: RegExp): string =>
  shape.test(word) && redact(word) === word ? word : unsaid;

const platformCode = /^[A-Za-z0-9_-]{1,32}$/;
const chromiumName = /^[A-Z0-9_]{1,64}$/;
const fieldPath = /^[\w.[\]()-]{1,120}$/;
/** What our own decoders say of a field. */
const ownWords = /^[A-Za-z0-9 ,.:'()-]{1,120}$/;

/** `hosts` are the deployment's: any other may be one that a page led her to. */
export function harmless(failure: Failure, hosts: ReadonlySet<string>): Failure {
  const hostOf = ({ host }: { readonly host: string }) => (hosts.has(host) ? host : unsaid);
  switch (failure.kind) {
    case 'timeout':
      // To the second: what happens again is then seen to be the same.
      return {
        kind: 'timeout',
        host: hostOf(failure),
        afterMs: Math.round(failure.afterMs / 1000) * 1000,
      };
    case 'dns':
      return { kind: 'dns', host: hostOf(failure) };
    case 'refused':
      return { kind: 'refused', host: hostOf(failure), how: failure.how };
    case 'tls':
      return {
        kind: 'tls',
        host: hostOf(failure),
        reason: plain(failure.reason, chromiumName),
        // The certificate's own text: whoever made it wrote it.
        issuer: null,
      };
    case 'not-the-platform':
      return { kind: 'not-the-platform', host: hostOf(failure) };
    case 'http-status':
      return { kind: 'http-status', host: hostOf(failure), status: failure.status };
    case 'server':
      return { kind: 'server', host: hostOf(failure), status: failure.status };
    case 'picture':
      return { kind: 'picture', host: hostOf(failure), why: failure.why };
    case 'too-large':
      return { kind: 'too-large', host: hostOf(failure), limitBytes: failure.limitBytes };
    case 'rejected':
      return { kind: 'rejected', code: plain(failure.code, platformCode), text: '' };
    case 'malformed':
      return {
        kind: 'malformed',
        field: plain(failure.field, fieldPath),
        problem: plain(failure.problem, ownWords),
      };
    case 'keychain':
      return { kind: 'keychain', problem: failure.problem };
    case 'invalid-argument':
      return { kind: 'invalid-argument', argument: plain(failure.argument, fieldPath) };
    case 'wrong-file':
      return {
        kind: 'wrong-file',
        problems: failure.problems.map(({ field, expected }) => ({
          field: field === '' ? '' : plain(field, fieldPath),
          expected,
        })),
      };
    case 'fixed-deployment':
      return { kind: 'fixed-deployment', by: failure.by };
    case 'file':
      return { kind: 'file', why: failure.why };
    case 'update':
      return { kind: 'update', why: failure.why };
    case 'not-ready':
      return { kind: 'not-ready', needs: failure.needs };
    case 'offline':
    case 'proxy':
    case 'proxy-password':
    case 'no-app-key':
    case 'storage':
    case 'locked-by-policy':
    case 'not-forgotten':
    case 'cancelled':
    case 'wrong-person':
    case 'no-browser':
    case 'no-file-manager':
    case 'internal':
      return { kind: failure.kind };
  }
}

export function harmlessly(happening: Happening, hosts: ReadonlySet<string>): Happening {
  switch (happening.kind) {
    case 'refresh':
      return { ...happening, cause: harmless(happening.cause, hosts) };
    case 'session':
    case 'deployment':
      return { ...happening, cause: happening.cause && harmless(happening.cause, hosts) };
    case 'started':
    case 'keychain':
    case 'power':
      return happening;
  }
}
