import back from 'lucide-static/icons/arrow-left.svg?raw';
import building from 'lucide-static/icons/building-2.svg?raw';
import works from 'lucide-static/icons/check.svg?raw';
import open from 'lucide-static/icons/chevron-right.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import more from 'lucide-static/icons/ellipsis.svg?raw';
import external from 'lucide-static/icons/external-link.svg?raw';
import picture from 'lucide-static/icons/image.svg?raw';
import institution from 'lucide-static/icons/landmark.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import unlocked from 'lucide-static/icons/lock-open.svg?raw';
import message from 'lucide-static/icons/mail.svg?raw';
import opened from 'lucide-static/icons/mail-open.svg?raw';
import campus from 'lucide-static/icons/map-pin.svg?raw';
import organisations from 'lucide-static/icons/network.svg?raw';
import attachment from 'lucide-static/icons/paperclip.svg?raw';
import classroom from 'lucide-static/icons/presentation.svg?raw';
import refresh from 'lucide-static/icons/refresh-cw.svg?raw';
import school from 'lucide-static/icons/school.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import role from 'lucide-static/icons/shield-check.svg?raw';
import fails from 'lucide-static/icons/triangle-alert.svg?raw';
import person from 'lucide-static/icons/user-round.svg?raw';
import department from 'lucide-static/icons/users-round.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';

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
  // The markup is a file of the package, built in; nothing from outside comes near it.
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: icons[name] }} />;
}
