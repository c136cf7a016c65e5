/** Cells as a table that is aligned where it is printed, and Markdown as well. */

/** The first line is the head. The first column is text; the others stand to the right. */
export function gridOf(lines: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = lines;
  const separator = head.map((_, column) => (column === 0 ? '---' : '---:'));
  const all = [head, separator, ...rest];
  const widths = head.map((_, column) =>
    Math.max(...all.map((cells) => widthOf(cells[column] ?? ''))),
  );
  const padded = all.map((cells) =>
    cells.map((cell, column) => {
      const missing = (widths[column] ?? 0) - widthOf(cell);
      return column === 0 ? cell + ' '.repeat(missing) : ' '.repeat(missing) + cell;
    }),
  );
  return padded.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** In a terminal's cells: all of these texts are of characters that take one. */
const widthOf = (text: string): number => [...text].length;
