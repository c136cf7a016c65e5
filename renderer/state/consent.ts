/** Whether she is being asked what may be stored here. */
import { signal } from '@preact/signals';

export const asking = signal<'no' | 'yes'>('no');
