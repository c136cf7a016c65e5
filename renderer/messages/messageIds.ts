import type { MessageId } from '../../preload/contract';

export interface PastedIds {
  /** Each once, in the order given. */
  readonly ids: readonly MessageId[];
  readonly repeated: number;
  readonly tooLong: number;
}

/** The longest that the bridge takes as an id. */
const longest = 128;
/** The most that the bridge takes at once. */
export const mostIds = 100_000;

/** Any white space, the commas and semicolons of both scripts, and what a copied table hides. */
const separators = /[\s,，、;；\u200b]+/u;

const isId = (text: string): text is MessageId => text.length > 0 && text.length <= longest;

/** Reads message ids out of what a person pasted. */
export function parseIds(pasted: string): PastedIds {
  const words = pasted.split(separators).filter((word) => word !== '');
  const valid = words.filter(isId);
  const ids = [...new Set(valid)];
  return { ids, repeated: valid.length - ids.length, tooLong: words.length - valid.length };
}
