import type { Catalogue } from '../../i18n';
import type { EpochMs, Person } from '../../preload/contract';
import { CopyButton } from '../components/CopyButton';
import { Extra } from '../components/Extra';
import { NoProfile } from '../components/NoProfile';
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
            </dd>
          </div>
        ))}
      </dl>
      <Extra title={said.extra} fields={person.extra} />
    </>
  );
}

export function ProfileView() {
  const person = profile.value?.profile?.person;
  return (
    <div class="page">
      <ProfileHead title={words.value.profile.title} />
      {person ? <Fields person={person} /> : <NoProfile />}
    </div>
  );
}
