import { piecesOf } from '../organisations/found';
import { searchWords } from '../state/organisations';

/** A text of an organisation, with what the search found in it marked. */
export function Marked({ text }: { readonly text: string }) {
  if (searchWords.value.length === 0) return <>{text}</>;
  return (
    <>
      {piecesOf(text, searchWords.value).map(({ text: piece, isFound }, place) =>
        isFound ? <mark key={place}>{piece}</mark> : piece,
      )}
    </>
  );
}
