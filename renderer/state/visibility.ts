/** Whether anybody can see the page: while nobody can, it asks for nothing. */
import { signal } from '@preact/signals';

export const visible = signal(true);

export function followVisibility(): void {
  const read = () => {
    visible.value = document.visibilityState === 'visible';
  };
  document.addEventListener('visibilitychange', read);
  read();
}
