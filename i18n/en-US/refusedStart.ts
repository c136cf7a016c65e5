import type { RefusedStartWords } from '../zh-CN/refusedStart';

export const refusedStart: RefusedStartWords = {
  title: 'Staffroom did not start',
  message: (what) => `Staffroom did not open: it was started with ${what}.`,
  why: {
    watched: 'That would let other programs see and control what it does.',
    network: 'That would let others read what it sends, or redirect it.',
    protection: 'That would switch off what protects this computer.',
    code: 'That would run code of others inside it.',
    written: 'That would record elsewhere what it handles.',
  },
  advice:
    "Remove it and start again. If you do not know where it comes from, please ask your school's IT.",
};
