// Electron's own default app, as far as `electron .` needs it: an Electron that was taken out of
// another product has none. The original is default_app/main.ts in Electron's repository.
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

/** The first argument that is no switch. */
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = given === undefined ? undefined : resolve(given);

if (folder === undefined || !existsSync(join(folder, 'package.json'))) {
  console.error(`There is no app in ${folder ?? '(no folder given)'}.`);
  app.exit(1);
} else {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  app.setAppPath(folder);
  if (process.platform === 'linux')
    app.setDesktopName(description.desktopName ?? `${app.getName()}.desktop`);
  require(join(folder, description.main ?? 'index.js'));
}
