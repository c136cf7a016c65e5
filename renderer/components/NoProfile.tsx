import { refreshProfile } from '../state/commands';
import { profile } from '../state/snapshots';
import { words } from '../state/words';
import { Empty } from './Empty';
import { FailureText } from './FailureText';

/** What is about to be there: a card and fields, or rows. */
export type ProfileShape = 'fields' | 'rows';

const rowsOf: Record<ProfileShape, number> = { fields: 18, rows: 8 };

/** Grey where the profile is about to be, as high as it will be. */
function ProfileSkeleton({ shape }: { readonly shape: ProfileShape }) {
  const rows = Array.from({ length: rowsOf[shape] }, (_, row) => row);
  return (
    <div class={`profile-skeleton of-${shape}`} role="status">
      <span class="unseen">{words.value.profile.loading}</span>
      <div class="skeleton-top">
        {shape === 'fields' && <span class="avatar large" />}
        <span class="skeleton-line" />
      </div>
      <div class="card">
        {rows.map((row) => (
          <div key={row} class="skeleton-row">
            <span class="skeleton-line" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** In place of a profile that has never been read here. */
export function NoProfile({ shape }: { readonly shape: ProfileShape }) {
  const said = words.value.profile;
  const failure = profile.value?.failure ?? null;
  if (failure === null || profile.value?.refreshing) return <ProfileSkeleton shape={shape} />;
  return (
    <Empty icon="person" title={said.absentTitle}>
      <p>{said.absent}</p>
      <FailureText failure={failure} />
      <button type="button" class="secondary" onClick={() => void refreshProfile()}>
        {said.retry}
      </button>
    </Empty>
  );
}
