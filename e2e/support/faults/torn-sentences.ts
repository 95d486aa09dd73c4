import type { System } from '../system';

const CITED = /\s*\[@[^\]]+\]\.?/;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** How many sentences of a document that was copied from its sources stand in none of them. */
export async function tornSentences(system: System, documentId: string): Promise<number> {
  const texts = async (sql: string) =>
    (await system.query<{ text: string }>(sql, [documentId])).map(({ text }) => plain(text));
  const sources = await texts('select text from passages where document_id = $1');
  const sections = await texts('select content as text from sections where document_id = $1');
  const all = sources.join('\n');
  const sentences = sections.flatMap((content) => content.split(CITED)).map(plain);
  return sentences.filter((sentence) => sentence !== '' && !all.includes(sentence)).length;
}
