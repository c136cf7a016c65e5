import { useMemo, useState } from 'preact/hooks';
import { beginningOf, linkify } from '../messages/linkify';
import { words } from '../state/words';
import { OutsideLink } from './Outside';

/** In characters: what is on screen at first of a long text, and what each press adds. */
const portion = 20_000;

/** A text of the platform's as it came, with its web addresses to click on. */
export function Linkified({ text }: { readonly text: string }) {
  const pieces = useMemo(() => linkify(text), [text]);
  const [length, setLength] = useState(portion);
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
      {text.length > length && (
        <button type="button" class="secondary more" onClick={() => setLength(length + portion)}>
          {words.value.messages.showMore}
        </button>
      )}
    </>
  );
}
