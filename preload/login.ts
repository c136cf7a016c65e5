/** The login window. */
import type { Failure } from './failure';

/** What the bar of the login window shows. */
export interface LoginSnapshot {
  /** Where the password is typed, such as `sso.example.edu.cn`. */
  readonly host: string;
  readonly secure: boolean;
  readonly page:
    | { readonly kind: 'opening' }
    | { readonly kind: 'shown' }
    /** The person has signed in; her code is being exchanged. */
    | { readonly kind: 'finishing' }
    | { readonly kind: 'failed'; readonly failure: Failure };
}
