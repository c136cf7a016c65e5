/** What the app is called by for its system; the same as `appId` in electron-builder.yml. */
export const appId = 'cn.staffroom.desktop';
