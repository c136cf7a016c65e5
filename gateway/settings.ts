import { z } from 'zod';

/** Where deployments differ (platform.md's [A] and "some gateways"); changeable while running. */
export const settingsSchema = z.strictObject({
  /** What `deployment()` asks of the client. */
  heartbeatSeconds: z.number().int().min(1),
  /** A session without a heartbeat for so long is gone. */
  sessionIdleSeconds: z.number().int().min(1),
  accessTokenSeconds: z.number().int().min(1),
  /** `one`: asking for a new access token ends the old one. */
  accessTokens: z.enum(['many', 'one']),
  /** How a call answers an access token that is not, or no longer, good. */
  refusedAccessToken: z.enum(['envelope', 'http-401']),
  /** The method call 2 takes. */
  ticketMethod: z.enum(['POST', 'GET']),
  /** The registered address; any other is refused. */
  redirectUri: z.url(),
  redirectBy: z.enum(['302', 'script', 'window-open']),
  /** `redirect-camel` is the redirect's query spelled `usessionId`. */
  sessionTravels: z.enum(['redirect', 'redirect-camel', 'ticket', 'cookie', 'nowhere']),
  /** Named by the redirect in place of the person who signed in. */
  redirectNames: z.string().nullable(),
  /** `limited`: signing in displaces the account's earlier sessions. */
  repeatedLogins: z.enum(['allowed', 'limited']),
});

export type Settings = z.output<typeof settingsSchema>;

export const settingsChange = settingsSchema.partial();
export type SettingsChange = z.input<typeof settingsChange>;

export const defaultSettings: Settings = {
  heartbeatSeconds: 30,
  sessionIdleSeconds: 30 * 60,
  accessTokenSeconds: 2 * 60 * 60,
  accessTokens: 'many',
  refusedAccessToken: 'envelope',
  ticketMethod: 'POST',
  redirectUri: 'https://staffroom.invalid/signed-in',
  redirectBy: '302',
  sessionTravels: 'redirect',
  redirectNames: null,
  repeatedLogins: 'allowed',
};
