/** Texts of the platform's as they came: a portion at once, for they may be a megabyte. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { beginningOf, linkify, longestAddress } from '../messages/linkify';
import { words } from '../state/words';
import { OutsideLink } from './Outside';

/** In characters: what is on screen at first of a long text, and what each press adds. */
const portion = 20_000;

/** How much of the text to show, and the button for more of it. */
function usePortion(text: string): readonly [number, JSX.Element | null] {
  const [length, setLength] = useState(portion);
  if (text.length <= length) return [length, null];
  return [
    length,
    <button
      key="more"
      type="button"
      class="secondary more"
      onClick={() => setLength(length + portion)}
    >
      {words.value.messages.showMore}
    </button>,
  ];
}

/** With its web addresses to click on, and nothing else interpreted. */
export function Linkified({ text }: { readonly text: string }) {
  const [length, more] = usePortion(text);
  // No more than is shown, and the address that may begin at its end.
  const pieces = useMemo(() => linkify(text.slice(0, length + longestAddress)), [text, length]);
  return (
    <>
      <p class="prose" dir="auto">
        {beginningOf(pieces, length).map((piece, place) =>
          piece.kind === 'link' ? (
            <OutsideLink key={place} url={piece.url}>
              {piece.text}
            </OutsideLink>
          ) : (
            piece.text
          ),
        )}
      </p>
      {more}
    </>
  );
}

/** What nobody here knows how to show. */
export function Verbatim({ text }: { readonly text: string }) {
  const [length, more] = usePortion(text);
  return (
    <>
      <pre>{text.slice(0, length)}</pre>
      {more}
    </>
  );
}
