/** What to speak where she has chosen nothing: Electron's own switch for it comes first. */
import { app } from 'electron';
import type { Language } from '../../preload/contract';
import { languageFrom } from './language';

export const systemLanguage = (): Language =>
  languageFrom([app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages()]);
