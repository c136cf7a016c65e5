/** A deployment file dropped on the window: the page reads it, and main judges what it says. */
import { signal } from '@preact/signals';
import { showFailure } from './notices';
import { words } from './words';

/** What main takes. */
const largestFile = 256 * 1024;

/** Whether a file is being held over the window. */
export const dropping = signal<'no' | 'yes'>('no');

const holdsFile = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

async function bring(file: File): Promise<void> {
  const { refusedTitle } = words.value.proposal;
  if (file.size > largestFile) {
    const problems = [{ field: '', expected: 'small-file' }] as const;
    showFailure(refusedTitle, { kind: 'wrong-file', problems });
    return;
  }
  const text = await file.text().catch(() => null);
  if (text === null) {
    const problems = [{ field: '', expected: 'readable-file' }] as const;
    showFailure(refusedTitle, { kind: 'wrong-file', problems });
    return;
  }
  const answer = await window.staffroom.call('importDroppedDeployment', { text });
  if (!answer.ok) showFailure(refusedTitle, answer.failure);
}

export function followDrops(): void {
  const over = (event: DragEvent) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    dropping.value = 'yes';
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => {
    // Between two elements of the page there is one as well; out of the window it leads to none.
    if (event.relatedTarget === null) dropping.value = 'no';
  });
  document.addEventListener('drop', (event) => {
    dropping.value = 'no';
    if (!holdsFile(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void bring(file);
  });
}
