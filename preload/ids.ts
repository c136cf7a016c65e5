/** What things are called by, and when they were. */
import { z } from 'zod';

/** Milliseconds since 1970. */
export type EpochMs = number;

export const messageId = z.string().min(1).max(128).brand('MessageId');
export type MessageId = z.output<typeof messageId>;
export type PersonId = string & z.core.$brand<'PersonId'>;
export type OrganisationId = string & z.core.$brand<'OrganisationId'>;
