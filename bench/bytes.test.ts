import { expect, test } from 'vitest';
import { loadedBy } from './bytes';

test('A page loads its script, what that imports, and its styles; each counts once', () => {
  const page = `
    <link rel="icon" href="./icon.png">
    <link rel="author" href="./humans.js">
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/words.js">
    <link rel="modulepreload" href="./assets/start.js" crossorigin>
    <link rel="modulepreload" href="./assets/words.js" crossorigin>
    <link rel="preload" href="./assets/start.css" crossorigin as="style">
    <link rel="preload" href="./assets/letters.woff2" crossorigin as="font">
    <script>inline()</script>`;
  expect(loadedBy(page)).toEqual([
    './assets/index.js',
    './assets/words.js',
    './assets/start.js',
    './assets/start.css',
  ]);
});
