/** So many bytes of a body; null as soon as there are more, whatever the header said. */
export async function upTo(
  limit: number,
  body: AsyncIterable<Uint8Array>,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
