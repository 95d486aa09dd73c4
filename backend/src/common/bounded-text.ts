/** An answer was longer than it may be. */
export class TooLargeAnswer extends Error {
  override readonly name = 'TooLargeAnswer';
}

/** The body of an answer, of at most `bytes`. @throws TooLargeAnswer before more is read */
export async function boundedText(response: Response, bytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > bytes) throw new TooLargeAnswer(`more than ${String(bytes)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
