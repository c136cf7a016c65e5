/** How many marks wait in a file of messages; of what they are about nothing needs to be opened. */

/** Null where the file tells none: it is no such file, or cannot be read. */
export async function unsentMarksIn(path: string): Promise<number | null> {
  try {
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const connection = new DatabaseSync(path);
    try {
      return Number(connection.prepare('SELECT count(*) AS count FROM wish').get().count);
    } finally {
      connection.close();
    }
  } catch {
    return null;
  }
}
