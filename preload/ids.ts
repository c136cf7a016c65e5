/** What things are called by, and when they were. */
import { z } from 'zod';

/** Milliseconds since 1970. */
export type EpochMs = number;

export const messageId = z.string().min(1).max(128).brand('MessageId');
export type MessageId = z.output<typeof messageId>;
/**
 * What a message goes by between main and pages: small, so that a list of 50 000 is 200 KB. Good for as
 * long as the same person is signed in.
 */
export const messageKey = z.int().min(1).max(0xffff_ffff).brand('MessageKey');
export type MessageKey = z.output<typeof messageKey>;
export type PersonId = string & z.core.$brand<'PersonId'>;
export type OrganisationId = string & z.core.$brand<'OrganisationId'>;
