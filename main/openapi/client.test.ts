import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway';
import { openApiOn, personIdOf, signIn } from './practice';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(() => gateway.close());

test('smoke', async () => {
  const openApi = openApiOn(gateway);
  const q = await signIn(gateway, openApi, gateway.people[0]?.account ?? '');
  console.log(q.toString());
  const personId = personIdOf(q);
  const token = await openApi.exchangeCode(q.get('oauthCode') ?? '');
  console.log(token);
  console.log(await openApi.heartbeat(q.get('usession_id') ?? ''));
  console.dir(await openApi.getUserInfo(personId), { depth: 6 });
  if (!token.ok) throw new Error();
  const feed = await openApi.readFeed({ personId, oauthToken: token.value.token, limit: 20 });
  console.dir(feed, { depth: 6 });
  if (!feed.ok) throw new Error();
  console.log(
    await openApi.markMessages({ personId, ids: feed.value.messages.map((m) => m.id), as: 'read' }),
  );
  expect(1).toBe(1);
});
