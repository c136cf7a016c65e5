/** What is said of one organisation: its name, its kind, and her part in it. */
import type { Part } from '../../preload/contract';
import type { Entry } from '../organisations/tree';
import { isInId } from '../organisations/tree';
import { kindOf, searchWords } from '../state/organisations';
import { profile } from '../state/snapshots';
import { format, words } from '../state/words';
import { Marked } from './Marked';

function subjectsOf({ subjects }: Part): string | null {
  if (subjects.length === 0) return null;
  const said = words.value.organisations;
  const named = subjects.map(({ id, kind, schoolPeriod }) => {
    const subject = kind === 'custom' ? said.customSubject(id) : id;
    return schoolPeriod === null ? subject : said.subjectInPeriod(subject, schoolPeriod);
  });
  return said.teaches(format.value.list(named));
}

/** What she is there, in words, but for what stands beside the name as a mark. */
function partLine(part: Part): string {
  const { organisations: said, profile: saidOfHer } = words.value;
  const { nameThere, userType, joinedAt, updatedAt } = part;
  return [
    userType === null ? null : saidOfHer.userType(userType),
    subjectsOf(part),
    nameThere === null || nameThere === profile.value?.profile?.person.name
      ? null
      : said.nameThere(nameThere),
    joinedAt === null ? null : said.joined(format.value.date(joinedAt)),
    updatedAt === null || updatedAt === joinedAt
      ? null
      : said.changed(format.value.date(updatedAt)),
  ]
    .filter((line) => line !== null)
    .join(' · ');
}

function Tags({ entry: { node } }: { readonly entry: Entry }) {
  const said = words.value.organisations;
  const isCurrent = node.id === profile.value?.profile?.currentOrganisationId;
  return (
    <>
      {isCurrent && <span class="tag mark">{said.current}</span>}
      {node.parts.some((part) => part.headTeacher) && (
        <span class="tag mark">{said.headTeacher}</span>
      )}
      {node.parts.some((part) => part.classMonitor) && (
        <span class="tag mark">{said.classMonitor}</span>
      )}
      {node.roles.length > 0 && <span class="tag">{said.rolesHere(node.roles.length)}</span>}
    </>
  );
}

export function OrganisationLines({ entry }: { readonly entry: Entry }) {
  const said = words.value.organisations;
  const { node, level, id } = entry;
  const membership = level > 1 ? null : node.parts.length > 0 ? said.member : said.noPart;
  const about = [membership, ...node.parts.map(partLine)].filter((line) => line);
  return (
    <>
      <span class="tree-head">
        <span class="tree-name">
          <Marked text={node.name} />{' '}
        </span>
        <span class="tag">
          <Marked text={kindOf(node)} />
        </span>{' '}
        <Tags entry={entry} />
      </span>
      {about.map((line, place) => (
        <span key={place}>{line} </span>
      ))}
      {searchWords.value.some((word) => isInId(word, id)) && (
        <span class="ids">
          <Marked text={said.idIs(node.id)} />
        </span>
      )}
    </>
  );
}
