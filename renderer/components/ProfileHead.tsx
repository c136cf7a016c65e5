import { bannerAsOf } from '../state/asOf';
import { now } from '../state/clock';
import { refreshProfile } from '../state/commands';
import { profile, session } from '../state/snapshots';
import { format, words } from '../state/words';
import { FailureText } from './FailureText';
import { Icon } from './Icon';

/** Why a refresh failed; where the banner says why, that it did is enough. */
function RefreshFailed() {
  const said = words.value.profile;
  const { failure = null, profile: known = null } = profile.value ?? {};
  const state = session.value?.state;
  // Without a profile, what stands in its place tells the same.
  if (failure === null || known === null) return null;
  const isTold = state?.kind === 'unreachable' && state.cause.kind === failure.kind;
  return (
    <div class="page-trouble" role="status">
      <strong>{said.refreshFailed}</strong>
      {!isTold && <FailureText failure={failure} />}
    </div>
  );
}

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
        {bannerAsOf.value === null && (
          <p class="muted">
            {asOf === null ? said.never : said.asOf(format.value.fullMoment(asOf, now.value))}
          </p>
        )}
      </div>
      <button
        type="button"
        class="secondary"
        // Not `disabled`, which would take the keyboard from it; a second refresh joins the first.
        aria-disabled={refreshing}
        onClick={() => void refreshProfile()}
      >
        <Icon name="refresh" />
        {refreshing ? said.refreshing : said.refresh}
      </button>
      <RefreshFailed />
    </header>
  );
}
