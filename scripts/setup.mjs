import { join } from 'node:path';
import { ensurePackages } from './packages.mjs';
import { readJson, root, Stop } from './project.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { ensureSystem } from './systemNeeds.mjs';

/** True when a version of Node is that one or newer.
 * @param {string} version such as `20.19.0`
 * @param {string} oldest such as `20.19`
 */
export function isAtLeast(version, oldest) {
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

/**
 * Gets everything a fresh clone needs to run the app, and does nothing where it is all there.
 * @param {import('./systemNeeds.mjs').Desktop} desktop whose desktop the app will be shown on
 * @returns {Promise<import('./runtime.mjs').ElectronRuntime>}
 */
export async function setUp(desktop) {
  const oldest = readJson(join(root, 'package.json')).engines.node.replace('>=', '');
  if (!isAtLeast(process.versions.node, oldest)) {
    throw new Stop(`This needs Node ${oldest} or newer; this is ${process.versions.node}.`);
  }
  ensureSystem(desktop);
  await ensurePackages();
  const { electronRuntime } = await import('./runtime.mjs');
  const runtime = await electronRuntime();
  ensureSandbox(runtime.dir);
  return runtime;
}
