/** How she knows that her messages are stored: said once, for she has read it when she closes it. */
import { signal } from '@preact/signals';
import type { InboxSnapshot } from '../../preload/contract';

export const storageSaid = signal<InboxSnapshot['storage']>('disk');
