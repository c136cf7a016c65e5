/** Texts of a server's that people read: as they came, but for characters that deceive the eye. */

/** They turn what follows round (UAX #9, 2.2): where `U+202E fdp.exe` stands, `exe.pdf` is read. */
const turning = /[\u202d\u202e]/gu;

/**
 * Nothing is seen of them, so that two names look like one. Not among them what writing needs: joiners
 * (emoji, Arabic letters, which Uyghur is written with) and marks of direction.
 */
const unseen = /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0]/gu;

/** What is shown in their place: something was there. */
const sign = '\ufffd';

/** Beyond this a line is no title or name any more; a page draws it whole. UTF-16 units. */
const longestLine = 1000;

const cut = (text: string): string =>
  text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;

/** Of any length: it is shown in portions. */
export const readableText = (text: string): string => text.replace(turning, sign);

/** Text that is pasted from the web has zero-width spaces, which mean no harm: they go unsaid. */
export const readableTitle = (text: string): string => readableText(cut(text)).replace(unseen, '');

/** Of somebody: a name must not look like another's. */
export const readableName = (text: string): string => readableText(cut(text)).replace(unseen, sign);
