/** As of when the profile on screen is, and who says so: the page's head, or the banner above it. */
import { computed } from '@preact/signals';
import type { EpochMs, SessionState } from '../../preload/contract';
import { page } from './page';
import { profile, session } from './snapshots';

const outOfReach: ReadonlySet<SessionState['kind'] | undefined> = new Set([
  'unreachable',
  'expired',
  'displaced',
]);

/** What the banner says in place of "saved last"; null where the page does not show the profile. */
export const bannerAsOf = computed((): EpochMs | null => {
  const showsProfile = page.value === 'profile' || page.value === 'organisations';
  if (!showsProfile || !outOfReach.has(session.value?.state.kind)) return null;
  return profile.value?.asOf ?? null;
});
