import { checkCitations, parseCitations, toCitableSource } from '../citations';
import { type Document, DocumentsModule } from '../documents';
import type { DocumentSupport, SectionSupport } from '../documents/dto/support';
import { SourceLibrary, SourcesModule } from '../sources';
import { type Author, WritingFixture } from '../testing/generation/writing-fixture';
import { type TestApp, testApp } from '../testing/test-app';
import type { GeneratedOutline, GeneratedSection } from './dto/generate';
import { GenerationModule } from './generation.module';

let target: TestApp;
let fixture: WritingFixture;
let author: Author;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
});

afterAll(() => target.close());

const outline = async (documentId: string): Promise<GeneratedOutline> => {
  const answer = await fixture
    .send(author, 'post', '/generate/outline', { documentId })
    .expect(200);
  return answer.body as GeneratedOutline;
};

const section = async (documentId: string, sectionId: string): Promise<GeneratedSection> => {
  const body = { documentId, sectionId };
  const answer = await fixture.send(author, 'post', '/generate/section', body).expect(200);
  return answer.body as GeneratedSection;
};

async function writeAll(documentId: string): Promise<GeneratedSection[]> {
  const plan = await outline(documentId);
  const written: GeneratedSection[] = [];
  for (const { id, targetWords } of plan.outline.sections) {
    if (targetWords > 0) written.push(await section(documentId, id));
  }
  return written;
}

interface Evidence {
  sectionId: string;
  quotation: string;
  text: string;
  key: string;
}

const evidenceIn = (documentId: string): Promise<Evidence[]> =>
  fixture.query<Evidence>(
    `select c.section_id as "sectionId", c.quotation, p.text, s.key from section_citations c
     join passages p on p.id = c.passage_id join sources s on s.id = c.source_id
     where s.document_id = $1`,
    [documentId],
  );

describe('a document from the sample library, by the offline writer', () => {
  let documentId: string;
  let written: GeneratedSection[];
  let document: Document;

  beforeAll(async () => {
    documentId = await fixture.sampleDocument(author);
    written = await writeAll(documentId);
    document = await fixture.read(author, documentId);
  }, 60_000);

  it('is as long as its pages ask for', () => {
    const planned = document.outline?.sections.reduce((sum, one) => sum + one.targetWords, 0) ?? 0;
    expect(document.wordCount).toBeGreaterThan(planned * 0.9);
    expect(document.wordCount).toBeLessThan(planned * 1.1);
  });

  it('keeps each section within 15 % of its budget', () => {
    const far = written.filter(({ sectionId, wordCount }) => {
      const target =
        document.outline?.sections.find(({ id }) => id === sectionId)?.targetWords ?? 0;
      return Math.abs(wordCount - target) > target * 0.15;
    });
    expect(far).toEqual([]);
  });

  it('cites only its sources, and nearly all of them', async () => {
    const sources = await target.app.get(SourceLibrary, { strict: false }).list(documentId);
    const text = document.sections.map(({ content }) => content).join('\n\n');
    expect(checkCitations(text, sources.map(toCitableSource))).toEqual([]);
    const cited = parseCitations(text).clusters.flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(cited).size).toBeGreaterThan(sources.length * 0.9);
  });

  it('repeats no sentence', () => {
    const sentences = document.sections.flatMap(({ content }) =>
      content
        .replace(/\s*\[@[^\]]*\]/g, '')
        .split(/(?<=[.?!])\s+/)
        .filter((sentence) => sentence.split(' ').length > 12),
    );
    const repeated = sentences.filter((one, index) => sentences.indexOf(one) !== index);
    expect(repeated).toEqual([]);
  });

  it('keeps for every citation the words of the passage that it rests on', async () => {
    const evidence = await evidenceIn(documentId);
    const cited = written.flatMap(({ citations }) => citations);
    expect(evidence).toHaveLength(cited.length);
    expect(evidence.filter(({ quotation, text }) => !text.includes(quotation))).toEqual([]);
  });

  it('says nothing with a citation that its passage does not carry', async () => {
    const { body } = await fixture.send(author, 'get', `/documents/${documentId}/support`);
    const { summary, sections, mandatoryUncited } = body as DocumentSupport;
    const cited = written.flatMap(({ citations }) => citations).length;
    expect(sections).toHaveLength(document.sections.length);
    expect(summary.supported + summary.weak).toBe(cited);
    expect(summary.supported).toBeGreaterThan(cited * 0.9);
    expect(mandatoryUncited).toEqual([]);
  });

  it('leaves no statement of fact without a source', async () => {
    const claims = [];
    for (const { id } of document.sections) {
      const path = `/documents/${documentId}/sections/${id}/support`;
      const { body } = await fixture.send(author, 'get', path).expect(200);
      claims.push(...(body as SectionSupport).claims);
    }
    expect(claims).toEqual([]);
  });

  it('says who wrote it, and costs no tokens', () => {
    const writers = document.sections.filter(({ content }) => content !== '');
    expect(new Set(writers.map(({ writer }) => writer))).toEqual(new Set(['offline']));
    expect(written.every(({ tokensUsed }) => tokensUsed === 0)).toBe(true);
  });
});

describe('sources that do not serve', () => {
  const problemOf = async (documentId: string) => {
    const answer = await fixture.send(author, 'post', '/generate/outline', { documentId });
    return answer.body as { status: number; code: string; detail: string };
  };

  it('are asked for when there are none', async () => {
    const id = await fixture.document(author);
    expect(await problemOf(id)).toMatchObject({ status: 422, code: 'NO_SOURCES' });
  });

  it('are asked for when they are references without text', async () => {
    const id = await fixture.document(author);
    const issued = { 'date-parts': [[1956]] };
    await fixture.addSources(author, id, [{ id: 'm', type: 'article', title: 'Memory', issued }]);
    expect(await problemOf(id)).toMatchObject({ status: 422, code: 'NO_SOURCES' });
  });

  it('are refused when none speaks about the topic', async () => {
    const title = 'Basalt fibre reinforcement of concrete bridges';
    const topic = 'Durability of basalt fibre reinforcement in concrete bridges near the coast.';
    const id = await fixture.sampleDocument(author, { title, topic });
    expect(await problemOf(id)).toMatchObject({ status: 422, code: 'SOURCES_OFF_TOPIC' });
    expect((await fixture.read(author, id)).outline).toBeNull();
  });
});

describe('the routes of generation', () => {
  it('write nothing for a stranger', async () => {
    const documentId = await fixture.sampleDocument(author);
    const { outline: plan } = await outline(documentId);
    const stranger = await fixture.author();
    const sectionId = plan.sections[0]?.id;
    await fixture.send(stranger, 'post', '/generate/outline', { documentId }).expect(404);
    await fixture
      .send(stranger, 'post', '/generate/section', { documentId, sectionId })
      .expect(404);
  });

  it('leave appendices to their author: kept by a new outline, written by nobody', async () => {
    const documentId = await fixture.sampleDocument(author);
    const { outline: first } = await outline(documentId);
    const mine = { title: 'Questions', level: 1, role: 'appendix' };
    const draft = { sections: [...first.sections, mine] };
    const { body } = await fixture
      .send(author, 'put', `/documents/${documentId}/outline`, draft)
      .expect(200);
    const own = (body as GeneratedOutline['outline']).sections.at(-1);
    expect(own).toMatchObject({ number: 'A', role: 'appendix', targetWords: 0 });
    const refused = { documentId, sectionId: own?.id };
    await fixture.send(author, 'post', '/generate/section', refused).expect(422);
    const again = await outline(documentId);
    expect(again.outline.sections.filter(({ role }) => role === 'appendix')).toMatchObject([
      { id: own?.id, number: 'A', title: 'Questions' },
    ]);
    expect(again.estimatedSections).toBe(
      again.outline.sections.filter(({ targetWords }) => targetWords > 0).length,
    );
  });

  it('write nothing while a job does', async () => {
    const documentId = await fixture.sampleDocument(author);
    await fixture.query(`update documents set status = 'generating' where id = $1`, [documentId]);
    const answer = await fixture.send(author, 'post', '/generate/outline', { documentId });
    expect(answer.body).toMatchObject({ status: 409, code: 'JOB_ACTIVE' });
  });

  it('refuse a section that is not in the outline, and a document without one', async () => {
    const documentId = await fixture.sampleDocument(author);
    const body = { documentId, sectionId: author.userId };
    const early = await fixture.send(author, 'post', '/generate/section', body);
    expect(early.body).toMatchObject({ status: 422, code: 'NO_OUTLINE' });
    await outline(documentId);
    await fixture.send(author, 'post', '/generate/section', body).expect(404);
  });

  it('list the writers', async () => {
    const { body } = await fixture.send(author, 'get', '/generate/models').expect(200);
    expect(body).toEqual({ items: [{ id: 'offline', provider: 'built-in', offline: true }] });
  });

  it('show usage to its user and to admins only', async () => {
    const admin = await fixture.author('admin');
    const stranger = await fixture.author();
    const path = `/generate/usage/${author.userId}`;
    await fixture.send(stranger, 'get', path).expect(404);
    await fixture.send(admin, 'get', path).expect(200);
    const { body } = await fixture.send(author, 'get', path).expect(200);
    expect(body).toEqual({
      userId: author.userId,
      tokensUsedToday: 0,
      dailyTokenLimit: 1_000_000,
      tokensUsedTotal: 0,
      byDay: [],
    });
  });
});
