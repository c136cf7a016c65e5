import { resolve } from 'node:path';
import { Stop } from './project.mjs';

/**
 * What `npm start -- …` was given: a deployment file of the person's own, and what goes on to the app.
 * @param {readonly string[]} args
 * @param {string} folder that a relative path is meant from
 * @returns {{ deployment: string | undefined, forApp: string[] }}
 */
export function parseStart(args, folder) {
  const at = args.findIndex((argument) => /^--deployment(=|$)/.test(argument));
  const argument = args[at];
  if (argument === undefined) return { deployment: undefined, forApp: [...args] };
  const joined = argument.startsWith('--deployment=');
  const file = joined ? argument.slice('--deployment='.length) : args[at + 1];
  if (!file) throw new Stop('--deployment wants a file: npm start -- --deployment FILE');
  const forApp = [...args.slice(0, at), ...args.slice(at + (joined ? 1 : 2))];
  return { deployment: resolve(folder, file), forApp };
}
