import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../index';
import { classTeacher } from '../people/classTeacher';
import { schoolHead } from '../people/schoolHead';
import { Visitor } from '../visitor';

let gateway: Gateway;
let visitor: Visitor;
beforeEach(async () => {
  gateway = await startGateway();
  visitor = await Visitor.withAccessToken(gateway);
});
afterEach(() => gateway.close());

const publisherId = classTeacher.personId;
const unread = (personId = publisherId) =>
  gateway
    .messages(personId)
    .filter(({ isRead }) => isRead === 0)
    .map(({ msgId }) => msgId);
const some = (count: number, personId = publisherId) =>
  gateway
    .messages(personId)
    .slice(0, count)
    .map(({ msgId }) => msgId);

describe('marking messages', () => {
  test('as read is what happens without isRead', async () => {
    const { json } = await visitor.mark({ publisherId, msgId: unread() });
    expect(json).toEqual({ retCode: '000000', retDesc: '操作成功' });
    expect(unread()).toEqual([]);
  });

  test.each([0, '0'])('as unread is written %j', async (isRead) => {
    const msgId = some(50);
    expect((await visitor.mark({ publisherId, msgId, isRead })).json.retCode).toBe('000000');
    expect(unread()).toEqual(expect.arrayContaining(msgId));
  });

  test.each([1, '1'])('as read is written %j', async (isRead) => {
    await visitor.mark({ publisherId, msgId: unread(), isRead });
    expect(unread()).toEqual([]);
  });

  test.each([
    ['51 ids', { msgId: Array.from({ length: 51 }, () => '1') }, '100407'],
    ['no ids', { msgId: [] }, '100001'],
    ['ids that are no list', { msgId: '380601' }, '100001'],
    ['another isRead', { msgId: ['380601'], isRead: 2 }, '100001'],
    ['nobody to have received them', { msgId: ['380601'], publisherId: undefined }, '100001'],
  ])('is refused for %s', async (_, body, code) => {
    expect((await visitor.mark({ publisherId, ...body })).json.retCode).toBe(code);
  });

  test('is refused as a whole for one unknown id', async () => {
    const before = unread();
    const { json } = await visitor.mark({ publisherId, msgId: [...before, 'unknown'] });
    expect(json.retCode).toBe('100404');
    expect(unread()).toEqual(before);
  });

  test("is refused for somebody else's messages", async () => {
    const msgId = some(1, schoolHead.personId);
    expect((await visitor.mark({ publisherId, msgId })).json.retCode).toBe('100404');
  });

  test('is in the journal with its ids, as the platform saw them', async () => {
    const msgId = unread();
    await visitor.mark({ publisherId, msgId, isRead: 1 });
    const [entry] = await gateway.until('mark-messages', 1);
    expect(entry).toMatchObject({
      method: 'POST',
      path: '/msgCenter/message/modMsgStatus',
      body: { publisherId, msgId, isRead: 1 },
      outcome: { kind: 'answered', status: 200 },
    });
  });
});
