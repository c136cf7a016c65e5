/** How many checks came out how.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** A check that is one thing, such as a build.
 * @param {number} exitCode
 * @returns {Tally}
 */
export const oneCheck = (exitCode) =>
  exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

/** The tests of a Vitest run. A run that failed outside its tests counts as a failed one.
 * @param {any} report of Vitest's JSON reporter; undefined when there is none
 * @param {number} exitCode
 * @returns {Tally}
 */
export function unitTally(report, exitCode) {
  if (report === undefined) return oneCheck(exitCode === 0 ? 1 : exitCode);
  return withExit(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
}

/** The tests of a Playwright run, likewise.
 * @param {any} report of Playwright's JSON reporter; undefined when there is none
 * @param {number} exitCode
 * @returns {Tally}
 */
export function e2eTally(report, exitCode) {
  if (report === undefined) return oneCheck(exitCode === 0 ? 1 : exitCode);
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0)
    console.log(`${flaky} passed at the second try only: each is a fault to be found.`);
  return withExit({ passed: expected + flaky, failed: unexpected, skipped }, exitCode);
}

/** @param {Tally} tally @param {number} exitCode @returns {Tally} */
function withExit(tally, exitCode) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function total(tallies) {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @param {Tally} tally */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
