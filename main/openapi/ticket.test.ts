import { describe, expect, test } from 'vitest';
import { opened } from './practice';
import { decodeLoginTicket, decodeTicketSession } from './ticket';

describe('the ticket for the login page', () => {
  test.each([
    { retCode: '000000', accessTicket: 'ticket' },
    { retCode: '000000', data: { accessTicket: 'ticket' } },
    { code: '000000', result: { accessTicket: 'ticket' } },
  ])('is found in %j', (answer) => {
    expect(decodeLoginTicket(opened(answer))).toEqual({ ok: true, value: 'ticket' });
  });

  test.each([{}, { accessTicket: '' }, { accessTicket: ['a'] }, { data: 'ticket' }])(
    'is missing from %j',
    (content) => {
      expect(decodeLoginTicket(opened({ retCode: '000000', ...content }))).toEqual({
        ok: false,
        failure: { kind: 'malformed', field: 'accessTicket', problem: 'missing' },
      });
    },
  );
});

describe('the session behind a ticket', () => {
  test.each([
    { retCode: '000000', userInfo: { personId: 'p', usessionId: 's', name: '夏冰' } },
    { retCode: '000000', data: { personId: 'p', usession_id: 's' } },
    { code: '000000', result: { personId: 'p', usessionId: 's' } },
  ])('is found in %j', (answer) => {
    expect(decodeTicketSession(opened(answer))).toEqual({
      ok: true,
      value: { personId: 'p', sessionId: 's' },
    });
  });

  test.each([
    [{}, 'userInfo'],
    [{ userInfo: { usessionId: 's' } }, 'userInfo.personId'],
    [{ data: { personId: 'p' } }, 'data.usessionId'],
    [{ data: { personId: 'p', usessionId: '' } }, 'data.usessionId'],
  ])('of %j the field at fault is %s', (content, field) => {
    expect(decodeTicketSession(opened({ retCode: '000000', ...content }))).toMatchObject({
      ok: false,
      failure: { kind: 'malformed', field },
    });
  });
});
