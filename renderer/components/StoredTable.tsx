import { type Stored, stored } from '../../preload/stored';
import { words } from '../state/words';

function whereOf({ where }: Stored): string {
  const said = words.value.stored;
  switch (where.kind) {
    case 'keychain':
      return said.keychain;
    case 'memory':
      return said.memory;
    case 'folder': {
      const [first, ...others] = where.names.filter((name) => !name.includes('*'));
      const named = others.length > 0 ? said.andOthers(String(first)) : String(first);
      return said.inFolder(named, said[where.form]);
    }
  }
}

/** All that is stored on this computer, where, and for how long: from the list that the app goes by. */
export function StoredTable() {
  const said = words.value.stored;
  return (
    <table class="stored" aria-label={said.label}>
      <thead>
        <tr>
          <th scope="col">{said.what}</th>
          <th scope="col">{said.where}</th>
          <th scope="col">{said.until}</th>
        </tr>
      </thead>
      <tbody>
        {stored.map((one) => (
          <tr key={one.what}>
            <td>{said.things[one.what]}</td>
            <td data-label={said.where}>{whereOf(one)}</td>
            <td data-label={said.until}>{said.untilWhen[one.until]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
