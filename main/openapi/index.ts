/** The door of this folder: the open platform over HTTP. Nothing here knows Electron. */
export type { Haste } from './accessToken';
export { createOpenApi } from './client';
export type { Unusable } from './decode';
export { networkFailure } from './failure';
export type { FeedMessage, FeedPage, FeedQuery } from './feed';
export type { Heartbeat } from './heartbeat';
export { createSend } from './http';
export type { Leftover } from './leftover';
export { type Marks, MOST_MARKS } from './marks';
export type { OauthToken } from './oauthToken';
export type { OpenApi, OpenApiOptions } from './openApi';
export type { Platform } from './platform';
export type { TicketSession } from './ticket';
export { createTrial, type Trial } from './trial';
export type { UserInfo } from './userInfo';
export type { UserOrganisation } from './userOrganisation';
export type { UserRole } from './userRole';
