/**
 * The deployment file: what a school's or a region's IT hands out. Its format is public and stable
 * (README, "Deployment"). Everything the platform's documents leave open is a setting here.
 */
import { z } from 'zod';
import type {
  DeploymentExpectation,
  DeploymentProblem,
  SettingsPolicy,
} from '../../preload/contract';
import { isLoopback, isSecureAddress } from './address';
import { policy, settingsPolicyOf } from './policy';
import { presetIds, presets } from './presets';

export interface Deployment {
  /** Names the keychain entries and the cache's folder; see `namesFolder`. */
  readonly id: string;
  readonly name: string;
  /** Base addresses without a slash at the end. */
  readonly gateway: string;
  readonly messageGateway: string;
  readonly app: {
    readonly appId: string;
    /** Null where the file leaves it to the keychain or to a broker. */
    readonly appKey: string | null;
    readonly sysCode?: string;
    readonly accessTokenUrl?: string;
    readonly accessTokenInvalidCodes: readonly string[];
  };
  readonly login: {
    readonly page: string;
    readonly redirectUri: string;
    readonly ticketMethod: 'GET' | 'POST';
  };
  readonly session: {
    readonly heartbeatSeconds: number;
    /** Where the session id is looked for, in this order. */
    readonly sources: readonly ('redirect' | 'ticket' | 'cookie')[];
    readonly cookieName: string;
    /** Whether an expired session may be renewed without asking the person. */
    readonly silentRenewal: boolean;
  };
  readonly messages: {
    readonly feedUrl?: string;
    readonly pollSeconds: number;
    readonly platformCode?: string;
  };
  /** Where updates are looked for; null is nowhere. Whose word counts: see load. */
  readonly updatesUrl: string | null;
  /** What IT has decided for everybody at this computer; see load. */
  readonly policy: {
    readonly sharedComputer: 'required' | 'left-open';
    /** After so long without use a shared computer signs out. */
    readonly sharedComputerIdleMinutes: number;
    readonly settings: SettingsPolicy;
  };
}

/** Where nobody has decided. */
export const noPolicy: Deployment['policy'] = {
  sharedComputer: 'left-open',
  sharedComputerIdleMinutes: 15,
  settings: {},
};

export type DeploymentReading =
  | {
      readonly kind: 'ready';
      readonly deployment: Deployment;
      /** Fields the format does not have; kept out. */
      readonly unknownFields: readonly string[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly DeploymentProblem[] };

const expected = (what: DeploymentExpectation) => ({ error: what });

const text = z.string(expected('text')).trim().min(1, expected('text'));

/** A device, on Windows, in whatever folder and with whatever ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether an id names a folder on every system, and that one alone: `.` and `..` are others, and Windows
 * leaves out a dot at the end (Microsoft, "Naming Files, Paths, and Namespaces").
 */
export const namesFolder = (id: string): boolean =>
  /^[A-Za-z0-9._-]{0,63}[A-Za-z0-9_-]$/.test(id) && !deviceName.test(id);

const id = text.refine(namesFolder, expected('id'));

const parsedUrl = (address: string): URL | null =>
  URL.canParse(address) ? new URL(address) : null;

const httpsAddress = text.refine(isSecureAddress, expected('https-address'));
const baseAddress = httpsAddress.transform((address) => address.replace(/\/+$/, ''));

/** The redirect never leaves the machine, so a plain http address may be registered for it. */
const webAddress = text.refine((address) => {
  const url = parsedUrl(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}, expected('web-address'));

const seconds = (least: number, what: DeploymentExpectation) =>
  z.int(expected(what)).min(least, expected(what)).max(86_400, expected(what));

const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object(shape, expected('object'));
const oneOf = <const Options extends readonly string[]>(options: Options) =>
  z.enum(options, expected('one-of-the-documented'));
const yesOrNo = z.boolean(expected('yes-or-no'));

const file = object({
  schema: z.literal(1, expected('schema-1')),
  id,
  name: text,
  preset: z.enum(presetIds, expected('known-preset')).optional(),
  gateway: baseAddress.optional(),
  messageGateway: baseAddress.optional(),
  app: object({
    appId: text,
    appKey: text.optional(),
    sysCode: text.optional(),
    accessTokenUrl: httpsAddress.optional(),
    accessTokenInvalidCodes: z.array(text, expected('list')).default([]),
  }),
  login: object({
    page: httpsAddress.optional(),
    redirectUri: webAddress,
    ticketMethod: oneOf(['POST', 'GET']).default('POST'),
  }),
  session: object({
    heartbeatSeconds: seconds(1, 'heartbeat-seconds').default(120),
    sources: z
      .array(oneOf(['redirect', 'ticket', 'cookie']), expected('list'))
      .default(['redirect', 'ticket', 'cookie']),
    cookieName: text.default('usession_id'),
    silentRenewal: yesOrNo.default(false),
  }).prefault({}),
  messages: object({
    feedUrl: httpsAddress.optional(),
    pollSeconds: seconds(1, 'seconds').default(60),
    platformCode: text.optional(),
  }).prefault({}),
  updates: object({ url: httpsAddress }).optional(),
  policy: policy.prefault({}),
}).superRefine((content, check) => {
  const gateway = content.gateway ?? (content.preset && presets[content.preset].gateway);
  if (gateway === undefined) {
    check.addIssue({ code: 'custom', path: ['gateway'], message: 'https-address' });
    return;
  }
  // A short period is for a practice platform: a region's gateway is to be spared it.
  if (content.session.heartbeatSeconds < 30 && !isLoopback(new URL(gateway))) {
    check.addIssue({
      code: 'custom',
      path: ['session', 'heartbeatSeconds'],
      message: 'heartbeat-seconds',
    });
  }
});

/** Where the application's key comes from. */
export type AppKeyPlace = 'file' | 'keychain';

/**
 * Reads the text of a deployment file. `appKeyPlace` is `keychain` for the copy of an imported
 * file, whose key was taken out of it; any other file must hold the key or name a broker.
 */
export function readDeployment(content: string, appKeyPlace: AppKeyPlace): DeploymentReading {
  let json: unknown;
  try {
    // Windows' editor writes a byte order mark.
    json = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'wrong', problems: [{ field: '', expected: 'json' }] };
  }
  const read = file.safeParse(json);
  if (!read.success) return { kind: 'wrong', problems: problemsOf(read.error) };
  const { app } = read.data;
  if (appKeyPlace === 'file' && app.appKey === undefined && app.accessTokenUrl === undefined) {
    return { kind: 'wrong', problems: [{ field: 'app.appKey', expected: 'app-key-or-broker' }] };
  }
  return {
    kind: 'ready',
    deployment: deploymentOf(read.data),
    unknownFields: fieldsNotIn(json, file),
  };
}

function deploymentOf(content: z.output<typeof file>): Deployment {
  const { preset, app, session, messages, policy: found } = content;
  const gateway = content.gateway ?? (preset ? presets[preset].gateway : '');
  return {
    id: content.id,
    name: content.name,
    gateway,
    messageGateway: content.messageGateway ?? gateway,
    app: {
      appId: app.appId,
      appKey: app.appKey ?? null,
      accessTokenInvalidCodes: app.accessTokenInvalidCodes,
      ...(app.sysCode !== undefined && { sysCode: app.sysCode }),
      ...(app.accessTokenUrl !== undefined && { accessTokenUrl: app.accessTokenUrl }),
    },
    login: {
      page: content.login.page ?? `${gateway}/bmp-oauth`,
      redirectUri: content.login.redirectUri,
      ticketMethod: content.login.ticketMethod,
    },
    session: {
      heartbeatSeconds: session.heartbeatSeconds,
      sources: session.sources,
      cookieName: session.cookieName,
      silentRenewal: session.silentRenewal,
    },
    messages: {
      pollSeconds: messages.pollSeconds,
      ...(messages.feedUrl !== undefined && { feedUrl: messages.feedUrl }),
      ...(messages.platformCode !== undefined && { platformCode: messages.platformCode }),
    },
    updatesUrl: content.updates?.url ?? null,
    policy: {
      sharedComputer: found.sharedComputer === true ? 'required' : 'left-open',
      sharedComputerIdleMinutes:
        found.sharedComputerIdleMinutes ?? noPolicy.sharedComputerIdleMinutes,
      settings: settingsPolicyOf(found),
    },
  };
}

function problemsOf(error: z.ZodError): DeploymentProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.'),
    // Each check above carries its expectation as its message.
    expected: issue.message as DeploymentExpectation,
  }));
}

/** Paths in `value` that `schema` has no place for. */
function fieldsNotIn(value: unknown, schema: z.core.$ZodType, path = ''): string[] {
  const inner = unwrapped(schema);
  if (!(inner instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => {
    const known: z.core.$ZodType | undefined = inner.shape[name];
    const at = path + name;
    return known === undefined ? [at] : fieldsNotIn(held, known, `${at}.`);
  });
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault
    ? unwrapped(schema.unwrap())
    : schema;
}

/** On this computer itself: a practice platform. */
export const isPractice = ({ gateway }: Pick<Deployment, 'gateway'>): boolean =>
  isLoopback(new URL(gateway));

/**
 * By how much time limits and backoff shrink: 1 on any real platform; less with a short heartbeat
 * on loopback, so that a practice run shows in seconds what takes minutes at a school.
 */
export const paceOf = (deployment: Deployment): number =>
  Math.min(1, deployment.session.heartbeatSeconds / 10);
