import { expect, test } from 'vitest';
import { saysItsHost } from './writtenHost';

test.each([
  ['https://school.example/notice?id=7', 'https://school.example/notice?id=7'],
  ['HTTP://School.example', 'http://School.example'],
  ['www.school.example:8443/a', 'http://www.school.example:8443/a'],
  ['school.example', 'https://school.example/x'],
])('%s says where %s leads', (written, url) => {
  expect(saysItsHost(written, url)).toBe(true);
});

test.each([
  ['a look-alike in another alphabet', 'https://аpple.example/', 'https://аpple.example/'],
  ['its code', 'https://xn--pple-43d.example/', 'https://xn--pple-43d.example/'],
  ['a sign that is read as another', 'https://ſchool.example/', 'https://ſchool.example/'],
  ['a name before the host', 'evil.example', 'https://bank.example@evil.example/'],
  ['a number', 'http://192.0.2.7/', 'http://192.0.2.7/'],
  ['a number that hides a number', 'http://3221225991/', 'http://3221225991/'],
  ['an address of version 6', 'http://[2001:db8::1]/', 'http://[2001:db8::1]/'],
  ['a full stop at the end', 'https://school.example./', 'https://school.example./'],
  ['a backslash', 'https://school.example\\@x/', 'https://evil.example/'],
  ['letters written as codes', 'https://%65vil.example/', 'https://%65vil.example/'],
  ['another host that begins alike', 'https://school.example', 'https://school.example.evil.cn/'],
  ['words in place of the host', '点这里', 'https://school.example/'],
])('%s does not: it is asked first', (_what, written, url) => {
  expect(saysItsHost(written, url)).toBe(false);
});
