import type { DeploymentProblem } from '../../preload/contract';
import { words } from '../state/words';

/** The fields of a deployment file that are not as they should be. */
export function ProblemTable({ problems }: { readonly problems: readonly DeploymentProblem[] }) {
  const { firstRun } = words.value;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{firstRun.field}</th>
          <th scope="col">{firstRun.shouldBe}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ field, expected }) => (
          <tr key={`${field} ${expected}`}>
            <td>{field === '' ? firstRun.wholeFile : <code>{field}</code>}</td>
            <td>{firstRun.expected[expected]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
