import { makeDocx } from '../../backend/src/testing/make-docx';
import { makePdf } from '../../backend/src/testing/make-pdf';
import type { Api } from './api';
import { sourceForm } from './private-thesis';

const PAGES = 30;

const PLACES =
  'harbours mountains rivers islands forests valleys deserts glaciers villages castles bridges ' +
  'gardens markets theatres libraries museums railways orchards vineyards lighthouses mills ' +
  'monasteries quarries meadows canals fountains cathedrals archives workshops observatories notes';

/** Each page speaks of something else: lines that come again on every page count as its header. */
function about(n: number): string[] {
  const place = PLACES.split(' ')[n - 1] ?? '';
  const sentences = [
    `Pupils who recalled their lessons about ${place} from memory remembered more of them after some weeks than pupils who had only read the lessons again.`,
    `Lessons about ${place} take effort to recall from memory, which is why pupils thought that they had learnt less about ${place} than they really had.`,
    `About ${place} fewer lessons were forgotten by pupils who were told whether they had recalled the lessons from memory rightly.`,
  ];
  return sentences.map((_, at) => sentences[(at + n) % sentences.length] ?? '');
}

export interface CitedSource {
  id: string;
  key: string;
}

export interface ReadThesis {
  documentId: string;
  sectionId: string;
  pdf: CitedSource;
  docx: CitedSource;
}

async function addFile(api: Api, id: string, file: Buffer, name: string): Promise<CitedSource> {
  const form = sourceForm(new Uint8Array(file), name);
  form.append('title', name);
  const { status, body } = await api.post<{ added: CitedSource[] }>(
    `/documents/${id}/sources`,
    form,
  );
  const [source] = body.added ?? [];
  if (source === undefined) throw new Error(`${name} was not added: ${String(status)}`);
  return source;
}

/** A thesis with a long PDF and a Word file among its sources, and a text that cites both. */
export async function writeFromFiles(api: Api): Promise<ReadThesis> {
  const { id } = (
    await api.post<{ id: string }>('/documents', {
      title: 'Recalling lessons from memory',
      topic: 'Why do pupils who recall lessons from memory forget fewer of them?',
      language: 'en',
      type: 'essay',
      targetPages: 5,
      citationStyle: 'apa',
    })
  ).body;
  const pages = Array.from({ length: PAGES }, (_, at) => ({
    text: about(at + 1).join(' '),
    ...(at > 0 && { pageBreak: 'before' as const }),
  }));
  const pdf = await addFile(api, id, await makePdf(pages), 'lessons.pdf');
  const docx = await addFile(api, id, await makeDocx(about(31)), 'notes.docx');
  const section = (title: string, { key }: CitedSource) => ({
    ...{ title, level: 1, role: 'body', targetWords: 200, sourceKeys: [key] },
    keyPoints: ['Pupils recall lessons from memory', 'They forget fewer lessons'],
  });
  const sections = [section('Recalling lessons', pdf), section('Notes on lessons', docx)];
  const outline = await api.request<{ sections: { id: string }[] }>(
    'PUT',
    `/documents/${id}/outline`,
    { sections },
  );
  for (const { id: sectionId } of outline.body.sections) {
    const { status } = await api.post('/generate/section', { documentId: id, sectionId });
    if (status !== 200) throw new Error(`a section was not written: ${String(status)}`);
  }
  return { documentId: id, sectionId: outline.body.sections[0]?.id ?? '', pdf, docx };
}
