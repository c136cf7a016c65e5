/** Whether this is the app as it is handed to people, which takes nothing from whoever starts it. */
import { app } from 'electron';

/**
 * False for a checkout, and for the package that the tests run. Electron's `isPackaged` goes by the
 * name of the executable, which anybody can change in a copy.
 */
export const isRelease = (): boolean => !__TEST_BUILD__ && app.getAppPath().endsWith('.asar');
