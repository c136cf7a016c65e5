/** Results of calls, and why something did not happen. */
import type { DeploymentProblem } from './deployment';

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Why something did not happen. Every kind has words of its own in `i18n`. */
export type Failure =
  /** The machine has no network. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout'; readonly host: string; readonly afterMs: number }
  | { readonly kind: 'dns'; readonly host: string }
  | {
      readonly kind: 'refused';
      readonly host: string;
      readonly how: 'refused' | 'reset' | 'unreachable';
    }
  | { readonly kind: 'proxy' }
  /** The proxy wants a password, and was given none, or a wrong one. */
  | { readonly kind: 'proxy-password' }
  /** `reason` is Chromium's name of it, such as `CERT_AUTHORITY_INVALID`. */
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly reason: string;
      /** Who the refused certificate says issued it: a name that anybody may give himself. */
      readonly issuer: string | null;
    }
  /** Something answered, but not the platform: a captive portal, a proxy's page, HTML. */
  | { readonly kind: 'not-the-platform'; readonly host: string }
  | { readonly kind: 'http-status'; readonly host: string; readonly status: number }
  /** 5xx. */
  | { readonly kind: 'server'; readonly host: string; readonly status: number }
  /** The platform's own code and words. */
  | { readonly kind: 'rejected'; readonly code: string; readonly text: string }
  /** `field` is the path of what made the answer unusable, such as `result.user_id`. */
  | { readonly kind: 'malformed'; readonly field: string; readonly problem: string }
  | { readonly kind: 'too-large'; readonly host: string; readonly limitBytes: number }
  | { readonly kind: 'keychain'; readonly problem: 'locked' | 'unavailable' }
  /** The application's key is not in the keychain, or, on Linux, that is locked and does not say so. */
  | { readonly kind: 'no-app-key' }
  | { readonly kind: 'storage' }
  /** The school's IT has laid the setting down. */
  | { readonly kind: 'locked-by-policy' }
  /** Not everything could be forgotten; nothing was removed. */
  | { readonly kind: 'not-forgotten' }
  /** A file that she chose could not be written where she chose. */
  | { readonly kind: 'file'; readonly why: 'no-room' | 'not-allowed' | 'gone' | 'other' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalid-argument'; readonly argument: string }
  /** A message's picture that is not shown, and why; `host` is what its address names. */
  | {
      readonly kind: 'picture';
      readonly host: string;
      readonly why: 'not-https' | 'credentials' | 'private-address' | 'not-a-picture' | 'redirects';
    }
  /** Why an update was refused or not fetched; `updates/` says which checks there are. */
  | {
      readonly kind: 'update';
      readonly why:
        | 'absent'
        | 'unsigned'
        | 'unusable'
        | 'older'
        | 'elsewhere'
        | 'damaged'
        | 'incomplete'
        | 'no-room';
    }
  /** The session that the login page gave is not that of the person it named. */
  | { readonly kind: 'wrong-person' }
  /** The system did not open an address: no browser, or none that is allowed. */
  | { readonly kind: 'no-browser' }
  /** The system did not show a folder. */
  | { readonly kind: 'no-file-manager' }
  /** The file that was chosen is no usable deployment file. */
  | { readonly kind: 'wrong-file'; readonly problems: readonly DeploymentProblem[] }
  /** Another deployment comes before any that she brings. */
  | { readonly kind: 'fixed-deployment'; readonly by: 'machine' | 'environment' }
  /** A fault of the app's own; the log has where. */
  | { readonly kind: 'internal' }
  | {
      readonly kind: 'not-ready';
      readonly needs: 'deployment' | 'consent' | 'sign-in' | 'feed' | 'update';
    };

export type FailureKind = Failure['kind'];
