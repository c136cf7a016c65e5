import { now } from '../state/clock';
import { refreshProfile } from '../state/commands';
import { profile } from '../state/snapshots';
import { format, words } from '../state/words';
import { FailureText } from './FailureText';
import { Icon } from './Icon';

/** As of when it is, with the way to have it anew; for the two pages that show the profile. */
export function ProfileHead({ title }: { readonly title: string }) {
  const said = words.value.profile;
  const known = profile.value;
  const asOf = known?.asOf ?? null;
  const refreshing = known?.refreshing ?? false;
  return (
    <header class="page-head">
      <div>
        <h1>{title}</h1>
        <p class="muted">
          {asOf === null ? said.never : said.asOf(format.value.fullMoment(asOf, now.value))}
        </p>
      </div>
      <button
        type="button"
        class="secondary"
        disabled={refreshing}
        onClick={() => void refreshProfile()}
      >
        <Icon name="refresh" />
        {refreshing ? said.refreshing : said.refresh}
      </button>
      {known?.failure && (
        <div class="page-trouble" role="status">
          <strong>{said.refreshFailed}</strong>
          <FailureText failure={known.failure} />
        </div>
      )}
    </header>
  );
}
