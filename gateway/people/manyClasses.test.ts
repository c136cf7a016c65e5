import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../index';
import { Visitor } from '../visitor';
import { classTeacher } from './classTeacher';
import { withManyClasses } from './manyClasses';
import { newcomer } from './newcomer';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await startGateway({ classes: { xiabing: 3000 } });
});
afterEach(() => gateway.close());

test('a person has as many more classes as were asked for, in an answer below 5 MB', async () => {
  const visitor = await Visitor.withAccessToken(gateway);
  const { json } = await visitor.get('/user/openapi/user/get-user-info', {
    user_id: classTeacher.personId,
  });
  const { user_org } = json.result as { user_org: readonly Record<string, unknown>[] };
  const before = classTeacher.userInfo.user_org as readonly unknown[];
  expect(user_org).toHaveLength(before.length + 3000);
  expect(new Set(user_org.map(({ org_id }) => org_id)).size).toBe(user_org.length);
  expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(5 * 1024 * 1024);
});

test('who is at no school can have no classes', () => {
  expect(() => withManyClasses(newcomer, 1)).toThrow('wujing');
});

test('nobody has classes by mistake', async () => {
  await expect(startGateway({ classes: { xiabin: 3 } })).rejects.toThrow('xiabin');
});
