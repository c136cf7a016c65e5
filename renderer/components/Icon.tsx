import back from 'lucide-static/icons/arrow-left.svg?icon';
import building from 'lucide-static/icons/building-2.svg?icon';
import works from 'lucide-static/icons/check.svg?icon';
import open from 'lucide-static/icons/chevron-right.svg?icon';
import copy from 'lucide-static/icons/copy.svg?icon';
import download from 'lucide-static/icons/download.svg?icon';
import more from 'lucide-static/icons/ellipsis.svg?icon';
import external from 'lucide-static/icons/external-link.svg?icon';
import picture from 'lucide-static/icons/image.svg?icon';
import institution from 'lucide-static/icons/landmark.svg?icon';
import lock from 'lucide-static/icons/lock.svg?icon';
import unlocked from 'lucide-static/icons/lock-open.svg?icon';
import message from 'lucide-static/icons/mail.svg?icon';
import opened from 'lucide-static/icons/mail-open.svg?icon';
import campus from 'lucide-static/icons/map-pin.svg?icon';
import organisations from 'lucide-static/icons/network.svg?icon';
import attachment from 'lucide-static/icons/paperclip.svg?icon';
import classroom from 'lucide-static/icons/presentation.svg?icon';
import refresh from 'lucide-static/icons/refresh-cw.svg?icon';
import school from 'lucide-static/icons/school.svg?icon';
import search from 'lucide-static/icons/search.svg?icon';
import settings from 'lucide-static/icons/settings.svg?icon';
import role from 'lucide-static/icons/shield-check.svg?icon';
import fails from 'lucide-static/icons/triangle-alert.svg?icon';
import person from 'lucide-static/icons/user-round.svg?icon';
import department from 'lucide-static/icons/users-round.svg?icon';
import close from 'lucide-static/icons/x.svg?icon';

const icons = {
  attachment,
  back,
  building,
  campus,
  classroom,
  close,
  copy,
  department,
  download,
  external,
  fails,
  institution,
  lock,
  message,
  more,
  open,
  opened,
  organisations,
  person,
  picture,
  refresh,
  role,
  school,
  search,
  settings,
  unlocked,
  works,
};

export type IconName = keyof typeof icons;

/** Never the only bearer of a meaning: what it stands for is always said in words beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <span class="icon" aria-hidden="true">
      <svg
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
        // The markup is a file of the package, built in; nothing from outside comes near it.
        dangerouslySetInnerHTML={{ __html: icons[name] }}
      />
    </span>
  );
}
