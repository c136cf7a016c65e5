import type { Catalogue } from '../zh-CN';
import { deployment, firstRun } from './deployment';
import { diagnostics } from './diagnostics';
import { tellFailure } from './failure';
import { messages } from './messages';
import { organisations, profile } from './person';
import { banner, session, signIn, signOut } from './session';
import { app, login, menu, nav, newMessages, notice, settings, tray } from './shell';
import { forget, proxyPassword, setAside, testNotice } from './system';

export const enUS: Catalogue = {
  app,
  tray,
  menu,
  login,
  deployment,
  nav,
  newMessages,
  notice,
  session,
  banner,
  firstRun,
  signIn,
  signOut,
  messages,
  organisations,
  profile,
  settings,
  testNotice,
  setAside,
  proxyPassword,
  forget,
  diagnostics,
  failure: tellFailure,
};
