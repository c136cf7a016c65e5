import type { Catalogue } from '../zh-CN';
import { connect, proposal } from './connect';
import { deployment, firstRun } from './deployment';
import { diagnostics } from './diagnostics';
import { tellFailure } from './failure';
import { messages } from './messages';
import { ownData } from './ownData';
import { organisations, profile } from './person';
import { about, consent, sharing, stored } from './privacy';
import { banner, session, signIn, signOut } from './session';
import { app, login, menu, nav, newMessages, notice, settings, tray } from './shell';
import { forget, proxyPassword, setAside, testNotice } from './system';
import { updates } from './updates';

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
  connect,
  proposal,
  signIn,
  signOut,
  messages,
  organisations,
  profile,
  ownData,
  settings,
  testNotice,
  setAside,
  proxyPassword,
  forget,
  diagnostics,
  stored,
  consent,
  sharing,
  about,
  updates,
  failure: tellFailure,
};
