import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import type { OrganisationNode } from '../../preload/contract';
import { given, type Practice, type PracticeOptions, personCalled, practiceOn } from '../practice';

let gateway: Gateway;
let running: Practice[] = [];

beforeEach(async () => {
  gateway = await startGateway({ heartbeatSeconds: 1 });
});
afterEach(async () => {
  for (const { services } of running) services.stop();
  running = [];
  await gateway.close();
});

async function signedIn(options: PracticeOptions = {}): Promise<Practice> {
  const made = practiceOn(gateway, options);
  running.push(made);
  given(await made.services.session.signIn());
  given(await made.services.profile.refresh());
  return made;
}

async function restarted(after: Practice, options: PracticeOptions = {}): Promise<Practice> {
  after.services.stop();
  const made = practiceOn(gateway, { ...options, after });
  running.push(made);
  await made.services.start();
  return made;
}

const profileOf = ({ services }: Practice) => services.profile.snapshot.value;

test('after a sign-in she and her organisations are there, with the time as of which', async () => {
  const from = Date.now();
  const { profile, asOf, failure } = profileOf(await signedIn());
  expect(profile?.person.name).toBe('夏冰');
  expect(profile?.organisations[0]?.name).toBe('武汉小学');
  expect(asOf).toBeGreaterThanOrEqual(from);
  expect(failure).toBeNull();
});

test("in the school head's tree each organisation stands once, whatever the platform repeats", async () => {
  const head = personCalled(gateway, 'chenzhiyuan');
  const { profile } = profileOf(await signedIn({ person: head }));
  const ids: string[] = [];
  const visit = (node: OrganisationNode): void => {
    ids.push(node.id);
    node.children.forEach(visit);
  };
  profile?.organisations.forEach(visit);
  expect(new Set(ids).size).toBe(ids.length);
  const sent = head.userInfo.user_org as { org_id: string }[];
  expect(sent.length).toBeGreaterThan(0);
  for (const { org_id } of sent) expect(ids).toContain(org_id);
});

test('an empty profile is a profile: a name, and no organisations', async () => {
  const { profile } = profileOf(await signedIn({ person: personCalled(gateway, 'wujing') }));
  expect(profile).toMatchObject({
    organisations: [],
    rolesElsewhere: [],
    currentOrganisationId: null,
  });
  expect(profile?.person.name).toBeTruthy();
});

test('the next start shows the cached profile while the platform is silent', async () => {
  const before = await signedIn();
  const { asOf } = profileOf(before);
  gateway.fault('all', { kind: 'hold' });
  const after = await restarted(before);
  await vi.waitFor(() => expect(profileOf(after).profile?.person.name).toBe('夏冰'), 10_000);
  expect(profileOf(after).asOf).toBe(asOf);
});

test('what is on disk is sealed: nothing of hers can be read in it', async () => {
  const made = await signedIn();
  const { sealed } = made.profileFile.read();
  expect(sealed).toEqual(expect.any(String));
  const bytes = Buffer.from(String(sealed), 'base64');
  for (const word of ['夏冰', '武汉小学', personCalled(gateway, 'xiabing').personId]) {
    expect(bytes.includes(Buffer.from(word))).toBe(false);
  }
});

test('a cache of another deployment, or with a lost key, shows nothing and does no harm', async () => {
  const before = await signedIn();
  before.keyring.delete('practice/cacheKey');
  gateway.fault('user-info', { kind: 'hold' });
  const after = await restarted(before);
  await gateway.until('user-info', 2, { until: 'arrived' });
  expect(profileOf(after).profile).toBeNull();
  gateway.clearFaults();
  await vi.waitFor(() => expect(profileOf(after).profile?.person.name).toBe('夏冰'), 10_000);
});

test('a refresh that fails keeps what is shown and says why', async () => {
  const made = await signedIn();
  gateway.fault('user-info', { kind: 'bad-gateway' });
  const outcome = await made.services.profile.refresh();
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'server', status: 502 } });
  expect(profileOf(made)).toMatchObject({
    profile: { person: { name: '夏冰' } },
    failure: { kind: 'server' },
    refreshing: false,
  });
});

test('an answer about somebody else is refused', async () => {
  const made = await signedIn();
  gateway.fault('user-info', { kind: 'merged', patch: { result: { user_id: 'somebody-else' } } });
  expect(await made.services.profile.refresh()).toEqual({
    ok: false,
    failure: { kind: 'wrong-person' },
  });
  expect(profileOf(made).profile?.person.name).toBe('夏冰');
});

test('an organisation switched to elsewhere comes first after the next heartbeat', async () => {
  const made = await signedIn({ person: personCalled(gateway, 'chenzhiyuan') });
  const other = profileOf(made).profile?.organisations[1];
  expect(other).toBeDefined();
  gateway.switchOrganisation(personCalled(gateway, 'chenzhiyuan').personId, other?.id ?? '');
  await vi.waitFor(
    () => expect(profileOf(made).profile?.organisations[0]?.id).toBe(other?.id),
    10_000,
  );
});

test('when the platform is back, what could not be read is read', async () => {
  const before = await signedIn();
  const { asOf } = profileOf(before);
  gateway.fault('all', { kind: 'bad-gateway' });
  const after = await restarted(before);
  await vi.waitFor(
    () => expect(after.services.session.snapshot.value.state.kind).toBe('unreachable'),
    10_000,
  );
  gateway.clearFaults();
  await vi.waitFor(() => expect(profileOf(after).asOf).toBeGreaterThan(asOf ?? 0), 10_000);
  expect(profileOf(after).failure).toBeNull();
});
