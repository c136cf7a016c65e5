/** What happened as a line of the log: in the code's own words, the same in every language. */
import type { Failure, Happening } from '../../preload/contract';

export interface Line {
  readonly scope: string;
  readonly what: string;
}

export function lineOf(happening: Happening): Line {
  switch (happening.kind) {
    case 'started': {
      const { app, electron, chromium, system } = happening.versions;
      const runs = `Electron ${electron}, Chromium ${chromium}, ${system}`;
      return { scope: 'app', what: `started, ${app} on ${runs}` };
    }
    case 'deployment': {
      const { found, source, cause } = happening;
      return { scope: 'deployment', what: because(source ? `${found}, ${source}` : found, cause) };
    }
    case 'session':
      return {
        scope: 'session',
        what: because(`${happening.event}, now ${happening.state}`, happening.cause),
      };
    case 'keychain':
      return { scope: 'keychain', what: `${happening.action}: ${happening.problem}` };
    case 'refresh':
      return {
        scope: happening.of,
        what: because(happening.of === 'marks' ? 'not sent' : 'not refreshed', happening.cause),
      };
    case 'power':
      return { scope: 'power', what: happening.change };
  }
}

const because = (what: string, cause: Failure | null): string =>
  cause === null ? what : `${what}; ${factsOf(cause)}`;

/** A failure's kind and facts: `server host=a.example status=502`. */
function factsOf(failure: Failure): string {
  if (failure.kind === 'wrong-file') {
    const problems = failure.problems.map(
      ({ field, expected }) => `${field || '(file)'} ${expected}`,
    );
    return `wrong-file ${problems.join(', ')}`;
  }
  const { kind, ...facts } = failure;
  const said = Object.entries(facts).filter(([, value]) => value !== '' && value !== null);
  return [kind, ...said.map(([name, value]) => `${name}=${value}`)].join(' ');
}
