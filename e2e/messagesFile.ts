import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The one SQLite file of messages that is among the app's files. */
export function messagesFile(userData: string): string {
  const folder = join(userData, 'messages');
  const names = readdirSync(folder, { recursive: true }).map(String);
  const [name, ...others] = names.filter((one) => one.endsWith('.db'));
  if (name === undefined || others.length > 0) throw new Error('whose messages?');
  return join(folder, name);
}
