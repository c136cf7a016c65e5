/** Whether there is a newer version, and how far it has come. */
import type { Failure } from './failure';
import type { EpochMs } from './ids';

export type UpdatesSnapshot =
  /** `no-key`: this build knows no key that updates could be signed by. `no-address`: IT named none. */
  | { readonly kind: 'off'; readonly why: 'no-key' | 'no-address' }
  /** There is none, as far as is known. */
  | {
      readonly kind: 'idle';
      /** When it was last found out; null in a run in which it has not been. */
      readonly checkedAt: EpochMs | null;
      /** A version that is handed out in stages, and has not come to this computer. */
      readonly later: string | null;
      /** Of the last check. */
      readonly failure: Failure | null;
    }
  | { readonly kind: 'checking' }
  /** The app can fetch and install it by itself. */
  | {
      readonly kind: 'offered';
      readonly version: string;
      readonly bytes: number;
      /** Of the last download. */
      readonly failure: Failure | null;
    }
  /** It is out, and this kind of installation is renewed by IT or the system's packages. */
  | { readonly kind: 'announced'; readonly version: string; readonly host: string }
  | {
      readonly kind: 'downloading';
      readonly version: string;
      readonly bytes: number;
      readonly received: number;
    }
  /** Downloaded and checked; installed when she says so. */
  | { readonly kind: 'ready'; readonly version: string };
