import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../index';
import { classTeacher } from '../people/classTeacher';
import { newcomer } from '../people/newcomer';
import { schoolHead } from '../people/schoolHead';
import { Visitor } from '../visitor';

let gateway: Gateway;
let visitor: Visitor;
beforeAll(async () => {
  gateway = await startGateway();
  visitor = await Visitor.withAccessToken(gateway);
});
afterAll(() => gateway.close());

const ask = (user_id: string) => visitor.get('/user/openapi/user/get-user-info', { user_id });

type Records = readonly Readonly<Record<string, unknown>>[];

describe('the person', () => {
  test('is refused when nobody has that id', async () => {
    expect((await ask('nobody')).json.code).toBe('100404');
  });

  test('has her picture at an address that gives a PNG', async () => {
    const { json } = await ask(classTeacher.personId);
    const { avatar } = json.result as { avatar: Record<string, string> };
    const response = await fetch(avatar['1'] ?? '');
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test('who teaches names a campus that is in none of her lists', async () => {
    const { json } = await ask(classTeacher.personId);
    const { user_org, user_top_org } = json.result as Record<'user_org' | 'user_top_org', Records>;
    const campuses = new Set(user_org.map(({ top_school_id }) => top_school_id));
    campuses.delete(undefined);
    expect(campuses.size).toBe(1);
    const listed = [...user_org, ...user_top_org].map(({ org_id }) => org_id);
    expect(listed.filter((id) => campuses.has(id))).toEqual([]);
  });

  test('who heads schools has one organisation twice, a strange type, and a power nobody can read', async () => {
    const { json } = await ask(schoolHead.personId);
    const { user_org, user_role } = json.result as Record<'user_org' | 'user_role', Records>;
    const ids = user_org.map(({ org_id }) => org_id);
    expect(ids.length - new Set(ids).size).toBe(1);
    expect(user_org.map(({ org_type }) => org_type)).toContain('9');
    const values = user_role.flatMap(({ _power }) =>
      (_power as Records).map(({ power_value }) => String(power_value)),
    );
    expect(values.filter((value) => !value.endsWith('"]'))).toHaveLength(1);
  });

  test('who is new has nothing in it', async () => {
    const { json } = await ask(newcomer.personId);
    expect(json.result).toMatchObject({
      name: '吴静',
      avatar: [],
      user_org: [],
      user_top_org: [],
      user_role: [],
      last_top_org_id: '',
    });
  });
});
