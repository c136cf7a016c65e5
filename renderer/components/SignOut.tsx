import { signOut } from '../state/commands';
import { words } from '../state/words';
import { Removal } from './Removal';

export function SignOut() {
  const said = words.value.signOut;
  return (
    <Removal
      button={said.button}
      title={said.title}
      removes={said.removes}
      removed={said.removed}
      rest={said.stays}
      cancel={said.cancel}
      confirm={said.button}
      remove={signOut}
    />
  );
}
