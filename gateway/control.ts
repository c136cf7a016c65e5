import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { faultSchema, faultTarget } from './faults';
import type { Platform } from './platform';
import { settingsChange } from './settings';

const scriptedFault = z.strictObject({ call: faultTarget, fault: faultSchema });
const somebody = z.strictObject({ personId: z.string().min(1) });
const switching = somebody.extend({ organisationId: z.string().min(1) });
const clockMove = z.strictObject({ ms: z.number().int() });
const newMessage = somebody.extend({
  message: z
    .strictObject({
      sender: z.strictObject({ id: z.string().optional(), name: z.string() }).optional(),
      sentAt: z.iso.datetime({ offset: true }).optional(),
      isRead: z.union([z.literal(0), z.literal(1)]).optional(),
      body: z.record(z.string(), z.unknown()).optional(),
    })
    .default({}),
});
const awaited = z.strictObject({
  call: faultTarget.exclude(['all']),
  times: z.coerce.number().int().min(1),
  until: z.enum(['arrived', 'ended']).default('ended'),
  withinMs: z.coerce.number().int().min(0).max(60_000).default(10_000),
});

/** The `Gateway`'s own functions over HTTP, as JSON, for a test in another process. */
export function controls(platform: Platform): Hono {
  const app = new Hono();
  const post = <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    act: (given: z.output<Schema>) => unknown,
  ) =>
    app.post(path, async (context) => {
      const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
      if (!parsed.success) return context.json({ problem: z.prettifyError(parsed.error) }, 400);
      return done(context, act(parsed.data));
    });

  app.get('/people', (context) => context.json(platform.peopleAtStart()));
  app.get('/journal', (context) => context.json(platform.journal.entries));
  app.get('/journal/until', async (context) => {
    const parsed = awaited.safeParse(context.req.query());
    if (!parsed.success) return context.json({ problem: z.prettifyError(parsed.error) }, 400);
    try {
      return context.json(await platform.journal.until(parsed.data));
    } catch (error) {
      return context.json({ problem: String(error) }, 504);
    }
  });
  app.delete('/journal', (context) => done(context, platform.journal.clear()));
  app.get('/secrets', (context) => context.json(platform.secrets.issued));
  app.get('/messages/:personId', (context) =>
    context.json(platform.mailboxes.messages(context.req.param('personId'))),
  );

  post('/faults', scriptedFault, ({ call, fault }) => platform.faults.add(call, fault));
  app.delete('/faults', (context) => done(context, platform.faults.clear()));
  app.post('/release', (context) => done(context, platform.faults.release()));
  post('/settings', settingsChange, (change) => platform.configure(change));
  post('/end-session', somebody, ({ personId }) => platform.sessions.end(personId));
  post('/displace', somebody, ({ personId }) => platform.sessions.displace(personId));
  post('/end-sign-on', somebody, ({ personId }) => platform.logins.endSignOn(personId));
  post('/switch-organisation', switching, ({ personId, organisationId }) =>
    platform.people.switchOrganisation(personId, organisationId),
  );
  post('/revoke-access-tokens', z.unknown(), () => platform.applications.revokeAll());
  post('/advance-clock', clockMove, ({ ms }) => platform.clock.advance(ms));
  post('/messages', newMessage, ({ personId, message }) => ({
    msgId: platform.mailboxes.add(personId, message) ?? null,
  }));
  return app;
}

function done(context: Context, answer: unknown): Response {
  return context.json(answer ?? {});
}
