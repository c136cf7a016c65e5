/**
 * All that is kept of a person as JSON, for herself: README.md describes it. It comes in pieces, or
 * 50 000 messages would hold up everything else, and be in memory twice.
 */
import type {
  DeploymentSnapshot,
  EpochMs,
  Message,
  ProfileSnapshot,
  SettingsSnapshot,
} from '../../preload/contract';
import type { Kept } from '../inbox/inbox';

export interface OwnData {
  readonly deployment: DeploymentSnapshot;
  readonly profile: ProfileSnapshot;
  readonly settings: SettingsSnapshot;
  readonly kept: Kept;
  readonly at: EpochMs;
}

/** She left before all of it was read. */
export class HasLeft extends Error {}

/** Grows when something in it moves or changes its meaning. */
const schemaVersion = 1;

/** At once, of messages or marks: some milliseconds' work. */
const pageSize = 200;

/** Throws `HasLeft`, and what the disk throws. */
export async function* ownDataPieces(data: OwnData): AsyncGenerator<string> {
  const { kept } = data;
  yield `${opening(data)},\n"unsentMarks": [`;
  yield* entries(kept, (after) => {
    const { marks, next } = kept.unsentMarks(after, pageSize);
    return { values: marks, next };
  });
  yield '],\n"messages": [';
  yield* entries(kept, (after) => {
    const { messages, next } = kept.messages(after, pageSize);
    return { values: messages.map(told), next };
  });
  yield ']\n}\n';
}

/** All but the lists, without the brace at its end. */
function opening({ deployment, profile, settings, at }: OwnData): string {
  const { version, languageInUse: _, locked: __, setAside: ___, ...chosen } = settings;
  const head = {
    format: 'staffroom-own-data',
    schema: schemaVersion,
    version,
    exportedAt: at,
    deployment: deployment.kind === 'ready' ? { id: deployment.id, name: deployment.name } : null,
    settings: chosen,
    profile: profile.profile && { asOf: profile.asOf, ...profile.profile },
  };
  return JSON.stringify(head, legible, 2).replace(/\n\}$/, '');
}

/** `key` and `preview` are the list's own. */
const told = ({ key: _, preview: _line, ...message }: Message) => message;

interface Page {
  readonly values: readonly object[];
  readonly next: number | null;
}

function* entries(kept: Kept, page: (after: number) => Page): Generator<string> {
  let separator = '\n';
  for (let after: number | null = 0; after !== null; ) {
    if (!kept.isThere()) throw new HasLeft();
    const { values, next }: Page = page(after);
    const lines = values.map((value) => JSON.stringify(value, legible));
    if (lines.length > 0) {
      yield separator + lines.join(',\n');
      separator = ',\n';
    }
    after = next;
  }
}

/** What these fields hold are times, which people and other programs read as ISO 8601. */
const times: ReadonlySet<string> = new Set([
  'asOf',
  'birthdate',
  'createdAt',
  'exportedAt',
  'joinedAt',
  'sentAt',
  'updatedAt',
]);

const legible = (field: string, value: unknown): unknown =>
  typeof value === 'number' && times.has(field) ? isoOf(value) : value;

/** A platform's number may be no time at all. */
const isoOf = (at: EpochMs): string | EpochMs => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : date.toISOString();
};
