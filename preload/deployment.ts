/** Which platform the app is for, or what keeps it from knowing. */
export type DeploymentSnapshot =
  | {
      readonly kind: 'ready';
      readonly id: string;
      readonly name: string;
      readonly source: 'machine' | 'environment' | 'imported';
      readonly loginHost: string;
      readonly gatewayHost: string;
    }
  | { readonly kind: 'none'; readonly lookedAt: readonly string[] }
  | {
      readonly kind: 'wrong';
      readonly source: 'machine' | 'environment' | 'imported';
      readonly path: string;
      readonly problems: readonly DeploymentProblem[];
    };

export interface DeploymentProblem {
  /** Path in the file, such as `app.appKey`; empty for the file as a whole. */
  readonly field: string;
  readonly expected: DeploymentExpectation;
}

/** What a deployment file should have held where it did not; worded in `i18n`. */
export type DeploymentExpectation =
  | 'readable-file'
  | 'administrators-only'
  | 'json'
  | 'schema-1'
  | 'known-preset'
  | 'https-address'
  | 'web-address'
  | 'app-key-or-broker'
  | 'text'
  | 'id'
  | 'list'
  | 'yes-or-no'
  | 'heartbeat-seconds'
  | 'seconds'
  | 'mark-read-delay'
  | 'quiet-hours'
  | 'proxy'
  | 'one-of-the-documented'
  | 'object';
