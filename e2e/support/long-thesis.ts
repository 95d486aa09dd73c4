import type { Api } from './api';

const CHAPTERS = 12;
const PARTS = 4;
/** Words of one part: 48 of them make some 200 pages. */
const WORDS = 1450;

const SENTENCE =
  'Retrieval practice helps learners to keep what they have read for longer than reading it again';

/** Paragraphs with citations, emphasis, a list and a table, as a thesis has them. */
function textOf(part: number, keys: readonly string[]): string {
  const paragraphs = Array.from({ length: WORDS / 60 }, (_, index) => {
    const key = keys[(part + index) % keys.length] ?? '';
    const sentences = Array.from({ length: 4 }, (__, at) => `${SENTENCE} in *case ${String(at)}*`);
    return `${sentences.join('. ')} [@${key}].`;
  });
  paragraphs.splice(3, 0, '- one thing\n- another thing');
  paragraphs.splice(
    7,
    0,
    'Table: Means {#tbl:m' + String(part) + '}\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  );
  return paragraphs.join('\n\n');
}

interface Outlined {
  sections: { id: string; title: string; version: number }[];
}

/**
 * A thesis of some 200 pages, as if somebody had written it.
 * @returns its id
 */
export async function writeLongThesis(api: Api, fields: object): Promise<string> {
  const document = { ...fields, title: 'What makes learning last', targetPages: 200 };
  const { id } = (await api.post<{ id: string }>('/documents', document)).body;
  await api.post(`/documents/${id}/sources/sample`);
  const found = await api.get<{ items: { key: string }[] }>(`/documents/${id}/sources?perPage=100`);
  const keys = found.body.items.map(({ key }) => key);
  const sections = Array.from({ length: CHAPTERS }, (_, chapter) => [
    { title: `Chapter ${String(chapter)}`, level: 1, targetWords: 0 },
    ...Array.from({ length: PARTS }, (__, part) => ({
      title: `Part ${String(chapter)}-${String(part)}`,
      level: 2,
      targetWords: WORDS,
    })),
  ]).flat();
  await api.request('PUT', `/documents/${id}/outline`, { sections });
  const outlined = (await api.get<Outlined>(`/documents/${id}`)).body;
  const parts = outlined.sections.filter(({ title }) => title.startsWith('Part'));
  for (const [index, section] of parts.entries()) {
    await api.request('PATCH', `/documents/${id}/sections/${section.id}`, {
      content: textOf(index, keys),
    });
  }
  return id;
}
