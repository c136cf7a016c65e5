import { forgetComputer } from '../state/commands';
import { deployment } from '../state/snapshots';
import { words } from '../state/words';
import { Removal } from './Removal';

export function ForgetComputer() {
  const said = words.value.forget;
  const isMachines = deployment.value?.kind === 'ready' && deployment.value.source === 'machine';
  return (
    <Removal
      button={said.button}
      title={said.title}
      removes={said.removes}
      removed={said.removed}
      rest={
        <>
          {said.afterwards} {isMachines && said.machineStays}
        </>
      }
      cancel={said.cancel}
      confirm={said.confirm}
      remove={forgetComputer}
    />
  );
}
