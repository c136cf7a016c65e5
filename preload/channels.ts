/** The two IPC channels there are. Which call or event is meant travels as the first argument. */
export const callChannel = 'staffroom:call';
export const eventChannel = 'staffroom:event';
/** Asked once, before the calls are answered; see `Bridge.keptProfile`. */
export const keptProfileChannel = 'staffroom:kept-profile';
