/** Grey lines where text is about to be; the words are for those who cannot see them. */
export function Skeleton({ label, lines }: { readonly label: string; readonly lines: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}
