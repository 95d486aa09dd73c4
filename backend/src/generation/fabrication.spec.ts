import { Logger } from '@nestjs/common';
import { citedPlaces, parseCitations } from '../citations';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../common';
import { type Document, DocumentsModule, OutlineService, SectionsService } from '../documents';
import { OutlineDraft } from '../documents/dto/outline';
import { ExportSource } from '../exports/export-source';
import { FigureImages } from '../exports/figures/figure-images';
import { FiguresRepository } from '../exports/figures/figures.repository';
import { renderExport } from '../exports/render-export';
import { RequirementsModule } from '../requirements';
import { SourcesModule } from '../sources';
import { StorageModule } from '../storage';
import { SUPPORT_CASES } from '../testing/citations/support-cases';
import { docxText } from '../testing/export-text';
import { type Author, WritingFixture } from '../testing/generation/writing-fixture';
import { INVENTED, UNHEARD_OF } from '../testing/openai/fabrications';
import { OpenAiServer } from '../testing/openai/openai-server';
import { type TestApp, testApp } from '../testing/test-app';
import { GenerationModule } from './generation.module';
import { SectionStep } from './steps/section-step';

jest.setTimeout(170_000);

/** Two documents in each language with this many sections are 1,008 sections. */
const SECTIONS = 72;
const AT_ONCE = 8;

let server: OpenAiServer;
let target: TestApp;
let fixture: WritingFixture;
let author: Author;
const documents: Document[] = [];

/** Works in a language: a full text of three pages, and two with notes about them. */
function library(language: DocumentLanguage): object[] {
  const { passage } = SUPPORT_CASES[language];
  const sentences = passage.split(/(?<=\.) /);
  const work = (id: string, family: string, year: number, annote: string) => ({
    ...{ id, type: 'article-journal', language, annote },
    title: sentences[0]?.replace(/\.$/, ''),
    author: [{ family, given: 'Ann' }],
    issued: { 'date-parts': [[year]] },
    page: '100-120',
  });
  return [
    work('keeper2001', 'Keeper', 2001, passage),
    work('hopper1998', 'Hopper', 1998, sentences.toReversed().join(' ')),
  ];
}

async function documentIn(language: DocumentLanguage): Promise<Document> {
  const { passage } = SUPPORT_CASES[language];
  const [topic = ''] = passage.split(/(?<=\.) /);
  const id = await fixture.document(author, {
    language,
    title: topic,
    topic: passage.slice(0, 500),
  });
  await fixture.addSources(author, id, library(language));
  const draft = OutlineDraft.parse({
    sections: Array.from({ length: SECTIONS }, (_, index) => ({
      title: `${topic} (${String(index + 1)})`,
      level: 1,
      keyPoints: [topic],
      targetWords: 100,
    })),
  });
  const outlines = target.app.get(OutlineService, { strict: false });
  await outlines.save(author.userId, { id, status: 'draft', language: 'en' }, draft);
  return fixture.read(author, id);
}

/** Writes and stores every section as a job does, some at once. */
async function writeAll(document: Document): Promise<void> {
  const step = target.app.get(SectionStep, { strict: false });
  const sections = target.app.get(SectionsService, { strict: false });
  const open = document.sections.map(({ id }) => id);
  const work = async () => {
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      const { text } = await step.draft(document, id, { ownerId: author.userId });
      await target.database.dataSource.transaction((manager) => sections.save(manager, text));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await OpenAiServer.start();
  await server.script([], { kind: 'fabricate everything' });
  target = await testApp({
    features: {
      imports: [
        ...[DocumentsModule, SourcesModule, GenerationModule, RequirementsModule],
        StorageModule,
      ],
      providers: [ExportSource, FigureImages, FiguresRepository],
    },
    environment: {
      RATE_LIMIT_DISABLED: 'true',
      OPENAI_BASE_URL: server.baseUrl,
      LLM_MODELS: 'liar',
      DAILY_TOKEN_LIMIT: '2000000000',
    },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
  for (const language of DOCUMENT_LANGUAGES) {
    documents.push(await documentIn(language), await documentIn(language));
  }
  for (const document of documents) await writeAll(document);
});

afterAll(async () => {
  await target.close();
  await server.stop();
});

interface StoredSection {
  documentId: string;
  content: string;
  status: string;
  cited: string[];
}

const stored = () =>
  fixture.query<StoredSection>(
    `select s.document_id as "documentId", s.content, s.status,
       array(select r.key from section_citations c join sources r on r.id = c.source_id
         where c.section_id = s.id and r.document_id = s.document_id order by c.ordinal) as cited
     from sections s`,
  );

describe('a thousand sections by a model that invents on every call', () => {
  it('are written', async () => {
    const sections = await stored();
    expect(sections.length).toBeGreaterThanOrEqual(1000);
    expect(sections.filter(({ status }) => status !== 'written')).toEqual([]);
  });

  it('hold no trace of what was invented', async () => {
    const found = (await stored()).flatMap(({ content }) => INVENTED.exec(content)?.input ?? []);
    expect(found.slice(0, 5)).toEqual([]);
  });

  it('keep what is true', async () => {
    const sections = await stored();
    const honest = 'An honest sentence without any citation stays.';
    const kept = sections.filter(({ content }) => content.includes(honest));
    const cited = sections.filter(({ cited: keys }) => keys.length > 0);
    expect(kept.length).toBeGreaterThan(sections.length * 0.95);
    expect(cited.length).toBeGreaterThan(sections.length * 0.95);
  });

  it('cite nothing that does not resolve to a source of their document', async () => {
    for (const { content, cited } of await stored()) {
      const { clusters, malformed } = parseCitations(content);
      expect(malformed).toEqual([]);
      expect(clusters.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(cited);
    }
  });

  it('cite no source for what it does not say', async () => {
    const sentences = (await stored()).flatMap(({ content }) =>
      citedPlaces(content, 'en').map(({ sentence: { start, end } }) => content.slice(start, end)),
    );
    expect(sentences.filter((sentence) => UNHEARD_OF.test(sentence))).toEqual([]);
  });

  it('rest on literal words of a passage, which carries them', async () => {
    const [counts] = await fixture.query<{ all: number; literal: number; carried: number }>(
      `select count(*)::int as "all",
         count(*) filter (where strpos(p.text, c.quotation) > 0)::int as literal,
         count(*) filter (where c.state in ('supported', 'weak'))::int as carried
       from section_citations c left join passages p on p.id = c.passage_id`,
    );
    expect(counts?.all).toBeGreaterThan(500);
    expect(counts).toMatchObject({ literal: counts?.all, carried: counts?.all });
  });

  it('are exported with no work but their sources', async () => {
    const exports = target.app.get(ExportSource);
    for (const { id } of documents.filter((_, index) => index % 2 === 0)) {
      const input = await exports.read(author.userId, id, { declaration: true });
      const text = await docxText(Buffer.from(await renderExport(input, 'docx')));
      expect(text).not.toMatch(INVENTED);
      expect(text).toMatch(/Keeper|Hopper/);
    }
  });
});
