import type {
  OrganisationId,
  OrganisationKind,
  OrganisationNode,
  Part,
} from '../../preload/contract';
import { format, words } from '../state/words';
import { CopyButton } from './CopyButton';
import { Extra } from './Extra';
import { Icon, type IconName } from './Icon';
import { type NameOf, RoleList } from './RoleList';

interface Props {
  readonly node: OrganisationNode;
  readonly current: OrganisationId | null;
  readonly personName: string;
  readonly nameOf: NameOf;
}

const icons: Record<OrganisationKind, IconName> = {
  institution: 'institution',
  school: 'school',
  campus: 'campus',
  department: 'department',
  class: 'classroom',
  other: 'building',
};

function kindOf({ kind, typeCode }: OrganisationNode): string {
  const said = words.value.organisations;
  if (kind === 'other' && typeCode !== null) return said.otherKind(typeCode);
  return kind === 'campus' && typeCode === null ? said.campusFromClass : said.kind[kind];
}

function subjectsOf({ subjects }: Part): string | null {
  if (subjects.length === 0) return null;
  const said = words.value.organisations;
  const named = subjects.map(({ id, kind, schoolPeriod }) => {
    const subject = kind === 'custom' ? said.customSubject(id) : id;
    return schoolPeriod === null ? subject : said.subjectInPeriod(subject, schoolPeriod);
  });
  return said.teaches(format.value.list(named));
}

/** What she is there, in words, but for what stands beside it as a mark. */
function partLine(part: Part, personName: string): readonly string[] {
  const { organisations: said, profile } = words.value;
  const { nameThere, userType, joinedAt, updatedAt } = part;
  return [
    userType === null ? null : profile.userType(userType),
    subjectsOf(part),
    nameThere === null || nameThere === personName ? null : said.nameThere(nameThere),
    joinedAt === null ? null : said.joined(format.value.date(joinedAt)),
    updatedAt === null || updatedAt === joinedAt
      ? null
      : said.changed(format.value.date(updatedAt)),
  ].filter((line) => line !== null);
}

function Marks({ node }: { readonly node: OrganisationNode }) {
  const said = words.value.organisations;
  return (
    <>
      {node.parts.some((part) => part.headTeacher) && (
        <span class="tag mark">{said.headTeacher}</span>
      )}
      {node.parts.some((part) => part.classMonitor) && (
        <span class="tag mark">{said.classMonitor}</span>
      )}
    </>
  );
}

function Lines({ node, personName }: { readonly node: OrganisationNode; personName: string }) {
  return (
    <>
      {node.parts.map((part, place) => {
        const line = partLine(part, personName);
        return line.length === 0 ? null : <span key={place}>{line.join(' · ')}</span>;
      })}
    </>
  );
}

function More({ node, nameOf }: { readonly node: OrganisationNode; nameOf: NameOf }) {
  const said = words.value.organisations;
  const extra = node.parts.flatMap((part) => part.extra);
  return (
    <>
      <Extra title={said.extra} fields={extra} />
      {node.roles.length > 0 && (
        <section class="roles">
          <h3>
            {said.rolesHere} <span class="tag">{node.roles.length}</span>
          </h3>
          <RoleList roles={node.roles} nameOf={nameOf} />
        </section>
      )}
    </>
  );
}

function Branch({ node, current, personName, nameOf }: Props) {
  const said = words.value.organisations;
  return (
    <li>
      <div class="branch">
        <Icon name={icons[node.kind]} />
        <div class="branch-lines">
          <span class="branch-name">{node.name}</span>
          <span>{kindOf(node)}</span>
          <Lines node={node} personName={personName} />
        </div>
        {node.id === current && <span class="tag mark">{said.current}</span>}
        <Marks node={node} />
        <CopyButton id={node.id} label={said.copyId(node.name)} />
      </div>
      <More node={node} nameOf={nameOf} />
      <Branches node={node} current={current} personName={personName} nameOf={nameOf} />
    </li>
  );
}

function Branches({ node, ...rest }: Props) {
  if (node.children.length === 0) return null;
  return (
    <ul class="branches">
      {node.children.map((child) => (
        <Branch key={child.id} node={child} {...rest} />
      ))}
    </ul>
  );
}

/** An institution or a school with all that she belongs to in it. */
export function OrganisationCard({ node, current, personName, nameOf }: Props) {
  const said = words.value.organisations;
  const mine = node.parts.length > 0 ? said.member : said.noPart;
  return (
    <section class="card" aria-label={node.name}>
      <header class="card-title">
        <h2>{node.name}</h2>
        <span class="tag">{kindOf(node)}</span>
        {node.id === current && <span class="tag mark">{said.current}</span>}
        <CopyButton id={node.id} label={said.copyId(node.name)} />
      </header>
      <div class="branch">
        <Icon name="person" />
        <div class="branch-lines">
          <span class="branch-name">{mine}</span>
          <Lines node={node} personName={personName} />
        </div>
        <Marks node={node} />
      </div>
      <Branches node={node} current={current} personName={personName} nameOf={nameOf} />
      <More node={node} nameOf={nameOf} />
    </section>
  );
}
