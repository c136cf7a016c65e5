import { paths } from './addresses';
import { refusals } from './envelope';
import { mergePatch } from './mergePatch';
import type { Platform } from './platform';

/** A deployment file for the platform as it is set now. */
export function deployment(
  platform: Platform,
  overrides: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { url, applications, settings } = platform;
  const complete = {
    schema: 1,
    id: 'practice',
    name: '练习学校',
    gateway: url,
    app: {
      appId: applications.appId,
      appKey: applications.appKey,
      accessTokenInvalidCodes: [refusals['access-token'].code],
    },
    login: {
      page: url + paths.loginPage,
      redirectUri: settings.redirectUri,
      ticketMethod: settings.ticketMethod,
    },
    session: { heartbeatSeconds: settings.heartbeatSeconds },
    messages: { feedUrl: url + paths.feed, pollSeconds: 60, platformCode: '420100' },
  };
  return mergePatch(complete, overrides);
}
