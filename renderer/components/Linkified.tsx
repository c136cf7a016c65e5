import { linkify } from '../messages/linkify';
import { OutsideLink } from './Outside';

/** A text of the platform's as it came, with its web addresses to click on. */
export function Linkified({ text }: { readonly text: string }) {
  const pieces = linkify(text);
  return (
    <p class="prose">
      {pieces.map((piece, place) =>
        piece.kind === 'link' ? (
          <OutsideLink key={place} url={piece.url}>
            {piece.text}
          </OutsideLink>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
