/** The person's own picture: main fetches and checks it, and gives an address of ours for it. */
import { computed, effect, signal } from '@preact/signals';
import { profile, session } from './snapshots';

/** Null while there is none, and where it cannot be had: initials stand there then. */
export const personPicture = signal<string | null>(null);

const wanted = computed(() => {
  // Of a kept profile that is shown before main stands, nothing can be asked yet.
  const person = session.value === null ? null : profile.value?.profile?.person;
  return person?.pictureUrl == null ? null : `${person.id} ${person.pictureUrl}`;
});
/** What could not be had before may be there now. */
const inReach = computed(() => session.value?.state.kind === 'active');

export function followPersonPicture(): void {
  let had: string | null = null;
  effect(() => {
    const now = wanted.value;
    void inReach.value;
    if (now !== had) personPicture.value = null;
    else if (personPicture.peek() !== null) return;
    had = now;
    if (now === null) return;
    void window.staffroom.call('loadPersonPicture').then((answer) => {
      if (answer.ok && now === wanted.peek()) personPicture.value = answer.value.src;
    });
  });
}
