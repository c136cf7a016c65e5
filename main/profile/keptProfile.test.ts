import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import { given, type Practice, practiceOn } from '../practice';
import type { KeychainRead, Secret } from '../session/keychain';
import { readKeptProfile } from './keptProfile';

let gateway: Gateway;
let earlier: Practice;

beforeEach(async () => {
  gateway = await startGateway({ heartbeatSeconds: 1 });
  earlier = practiceOn(gateway);
  given(await earlier.services.session.signIn());
  given(await earlier.services.profile.refresh());
  earlier.services.stop();
});
afterEach(() => gateway.close());

const deploymentId = () => String(JSON.parse(JSON.stringify(gateway.deployment())).id);

function keychain(of = deploymentId()) {
  return {
    async read(what: Secret): Promise<KeychainRead> {
      const secret = earlier.keyring.get(`${of}/${what}`);
      return secret === undefined ? { kind: 'absent' } : { kind: 'found', secret };
    },
  };
}

const kept = (place: Partial<Parameters<typeof readKeptProfile>[0]> = {}) =>
  readKeptProfile({
    deploymentId: deploymentId(),
    keychain: keychain(),
    file: earlier.profileFile,
    ...place,
  });

test('the next start has her profile before any service stands, as of when it was read', async () => {
  await gateway.close();
  const { profile, asOf } = earlier.services.profile.snapshot.value;
  expect(await kept()).toEqual({ profile, asOf, refreshing: false, failure: null });
});

test('signed out, nothing of hers is left to be shown', async () => {
  given(await earlier.services.session.signOut());
  expect(await kept()).toBeNull();
});

test('a keychain that is locked or lost shows nothing', async () => {
  for (const kind of ['locked', 'unavailable', 'absent'] as const) {
    expect(await kept({ keychain: { read: async () => ({ kind }) } }), kind).toBeNull();
  }
});

test("another person's, another deployment's and a changed record do not open", async () => {
  expect(await kept({ deploymentId: 'another', keychain: keychain() })).toBeNull();
  const { sealed } = earlier.profileFile.read();
  for (const content of [{}, { sealed: 7 }, { sealed: '' }, { sealed: `AAAA${sealed}` }]) {
    expect(await kept({ file: { read: () => content } })).toBeNull();
  }
  for (const secret of ['{}', 'null', 'no JSON', '{"personId":"somebody-else"}']) {
    earlier.keyring.set(`${deploymentId()}/oauthToken`, secret);
    expect(await kept(), secret).toBeNull();
  }
});
