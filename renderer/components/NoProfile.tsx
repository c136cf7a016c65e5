import { profile } from '../state/snapshots';
import { words } from '../state/words';
import { Empty } from './Empty';
import { Skeleton } from './Skeleton';

export function NoProfile() {
  const said = words.value.profile;
  if (profile.value?.refreshing) return <Skeleton label={said.loading} lines={8} />;
  return (
    <Empty icon="person" title={said.absentTitle}>
      <p>{said.absent}</p>
    </Empty>
  );
}
