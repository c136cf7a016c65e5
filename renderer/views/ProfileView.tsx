import type { Catalogue } from '../../i18n';
import type { EpochMs, Person, Profile } from '../../preload/contract';
import { Avatar } from '../components/Avatar';
import { CopyButton } from '../components/CopyButton';
import { ExportData } from '../components/ExportData';
import { Extra } from '../components/Extra';
import { MayDo } from '../components/MayDo';
import { NoProfile } from '../components/NoProfile';
import { personLine } from '../components/Person';
import { ProfileHead } from '../components/ProfileHead';
import { profile } from '../state/snapshots';
import { format, words } from '../state/words';

type FieldName = keyof Catalogue['profile']['fields'];

/** Every field of a person, in the order in which it is shown, as text; null where it is not set. */
function fieldsOf(person: Person): readonly (readonly [FieldName, string | null])[] {
  const { gender, userType } = words.value.profile;
  const date = (at: EpochMs | null) => (at === null ? null : format.value.date(at));
  const known = (code: string | null, name: (code: string) => string) =>
    code === null ? null : name(code);
  const { region, lastOrganisation, platformPath } = person;
  return [
    ['name', person.name],
    ['accountName', person.accountName],
    ['nickName', person.nickName],
    ['gender', known(person.gender, gender)],
    ['birthdate', date(person.birthdate)],
    ['userType', known(person.userType, userType)],
    ['firstUserType', known(person.firstUserType, userType)],
    ['lastOrganisation', lastOrganisation && (lastOrganisation.name ?? lastOrganisation.id)],
    ['province', region.province],
    ['city', region.city],
    ['area', region.area],
    ['status', person.status],
    ['platformCode', person.platformCode],
    ['platformPath', platformPath.length === 0 ? null : platformPath.join(' › ')],
    ['firstPlatformCode', person.firstPlatformCode],
    ['createdAt', date(person.createdAt)],
    ['updatedAt', date(person.updatedAt)],
    ['id', person.id],
  ];
}

function Fields({ person }: { readonly person: Person }) {
  const said = words.value.profile;
  return (
    <>
      <dl class="fields card">
        {fieldsOf(person).map(([name, value]) => (
          <div key={name}>
            <dt>{said.fields[name]}</dt>
            <dd class={value === null ? 'not-set' : undefined}>
              {value ?? said.notSet}
              {name === 'id' && <CopyButton id={person.id} label={said.copyId} />}
              {name === 'accountName' && person.accountName !== null && (
                <CopyButton id={person.accountName} label={said.copyAccountName} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Extra title={said.extra} fields={person.extra} />
    </>
  );
}

function PersonCard({ known }: { readonly known: Profile }) {
  const { person } = known;
  return (
    <section class="person-card" aria-label={person.name}>
      <Avatar person={person} size="large" />
      <div>
        <h2>{person.name}</h2>
        <p class="muted">{personLine(known)}</p>
      </div>
      <ExportData />
    </section>
  );
}

export function ProfileView() {
  const known = profile.value?.profile;
  return (
    <div class="page">
      <ProfileHead title={words.value.profile.title} />
      {known ? (
        <>
          <PersonCard known={known} />
          <MayDo known={known} />
          <Fields person={known.person} />
        </>
      ) : (
        <NoProfile shape="fields" />
      )}
    </div>
  );
}
