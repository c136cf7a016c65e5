import { expect, test } from 'vitest';
import { initials } from './initials';

test.each([
  ['夏冰', '夏冰'],
  ['陈志远', '志远'],
  ['欧阳娜娜', '娜娜'],
  ['夏冰888', '夏冰'],
  ['张 伟', '张伟'],
  ['阿依古丽·买买提', '古丽'],
  ['李𠮷', '李𠮷'],
  ['Anna Smith', 'AS'],
  ['anna maria smith', 'AM'],
  ['lm650730', 'L'],
  ['13800138000', '1'],
  ['', ''],
])('of %j they are %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
