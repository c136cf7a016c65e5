import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { accessToken, broker } from './calls/accessToken';
import { feed } from './calls/feed';
import { heartbeat } from './calls/heartbeat';
import { loginPage } from './calls/loginPage';
import { loginTicket } from './calls/loginTicket';
import { markMessages } from './calls/markMessages';
import { oauthToken } from './calls/oauthToken';
import { avatar, picture } from './calls/picture';
import { sessionTicket } from './calls/sessionTicket';
import { strangePicture } from './calls/strangePicture';
import { userInfo } from './calls/userInfo';
import type { CallName } from './callTable';
import { controls } from './control';
import { exchanged, type Handler } from './exchange';
import type { Platform } from './platform';

export const paths = {
  loginPage: '/bmp-oauth',
  feed: '/feed/messages',
  broker: '/broker/access-token',
} as const;

/** Every address of the platform, and its control under `controlPath`. */
export function addresses(
  platform: Platform,
  controlPath: string,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const at = (methods: readonly string[], path: string, call: CallName, handler: Handler) =>
    app.on([...methods], path, exchanged(platform, call, handler));

  app.route(controlPath, controls(platform));
  at(['POST'], '/apigateway/getAccessToken', 'access-token', accessToken);
  at(['GET'], paths.broker, 'broker', broker);
  at(['POST', 'GET'], '/oauth/createOauthTicket', 'login-ticket', loginTicket);
  at(['GET', 'POST'], paths.loginPage, 'login-page', loginPage);
  at(['POST'], '/oauth/getOauthToken', 'oauth-token', oauthToken);
  at(['POST'], '/userSession/validaTicket', 'session-ticket', sessionTicket);
  at(['GET'], '/user/openapi/user/get-user-info', 'user-info', userInfo);
  at(['GET'], '/user/openapi/user/heartbeat', 'heartbeat', heartbeat);
  at(['POST'], '/msgCenter/message/modMsgStatus', 'mark-messages', markMessages);
  at(['GET'], paths.feed, 'feed', feed);
  at(['GET'], '/avatars/:name', 'avatar', avatar);
  at(['GET'], '/pictures/:name', 'picture', picture);
  at(['GET'], '/strange-pictures/:name', 'picture', strangePicture);
  app.all(
    '*',
    exchanged(platform, 'unknown', ({ context }) => context.text('Not Found', 404)),
  );
  return app;
}
