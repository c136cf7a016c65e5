import type { Failure } from './failure';

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
  | 'readable-rights'
  | 'small-file'
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
  | 'idle-minutes'
  | 'mark-read-delay'
  | 'quiet-hours'
  | 'proxy'
  | 'one-of-the-documented'
  | 'object';

export type PresetId = 'hainan' | 'shec' | 'hner' | 'huijiaoyun' | 'tze';

/** A gateway that the platform's documents name. That it answers other calls too is not documented. */
export interface Preset {
  readonly id: PresetId;
  readonly gateway: string;
  readonly documentedFor: 'heartbeat' | 'person' | 'marks' | 'oauth-token';
}

/** What a person typed instead of choosing a file. Empty texts are fields left out. */
export interface DeploymentDraft {
  readonly name: string;
  readonly gateway: string;
  readonly messageGateway: string;
  readonly appId: string;
  readonly key:
    | { readonly kind: 'appKey'; readonly appKey: string }
    | { readonly kind: 'broker'; readonly accessTokenUrl: string };
  readonly loginPage: string;
  readonly redirectUri: string;
  readonly feedUrl: string;
}

/** What is tried of a deployment, in this order. */
export type DeploymentPart =
  | 'access-token'
  | 'login-ticket'
  | 'login-page'
  | 'feed'
  | 'message-gateway';

export interface PartChecked {
  readonly part: DeploymentPart;
  readonly state:
    | { readonly kind: 'waiting' | 'trying' | 'works' }
    /** Cancelled before its turn, or it needs what an earlier part did not give. */
    | { readonly kind: 'not-tried' }
    | { readonly kind: 'failed'; readonly failure: Failure };
}

/** The last check of a draft. */
export interface DeploymentCheck {
  readonly state: 'running' | 'ended';
  readonly parts: readonly PartChecked[];
}

/** A deployment that waits for the person's word. `id` tells one question from the next. */
export type DeploymentProposal =
  /** A link was followed: nothing has been fetched yet. */
  | { readonly kind: 'link'; readonly id: number; readonly host: string }
  | { readonly kind: 'fetching'; readonly id: number; readonly host: string }
  | {
      readonly kind: 'deployment';
      readonly id: number;
      readonly name: string;
      readonly gatewayHost: string;
      readonly loginHost: string;
      /** Fields of the file that count in the machine's file alone. */
      readonly withoutEffect: readonly ('updates' | 'policy')[];
      /** Null where none is in use. */
      readonly replaces: { readonly name: string; readonly gatewayHost: string } | null;
    }
  /** It cannot be used; she closes it. */
  | { readonly kind: 'refused'; readonly id: number; readonly failure: Failure };
