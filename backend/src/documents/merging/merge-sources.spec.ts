import { newId } from '../../common';
import { LibraryStage } from '../../testing/library-stage';
import type { Document } from '../dto/document';
import type { Outline } from '../dto/outline';
import type { SectionSupport } from '../dto/support';

jest.setTimeout(60_000);

const BIBTEX = `
@article{a, title={The testing effect}, author={Doe, Jane}, date={2020}, pages={10--20},
  abstract={Tests slow forgetting down after a delay.}}
@article{b, title={The effect of testing, a preprint}, author={Doe, Jane}, date={2020},
  abstract={Rereading feels fluent to most students.}}
@book{c, title={Another work}, author={Roe, Richard}, year={2001}}`;

let stage: LibraryStage;
/** The ids of the sources, by the key of each. */
let sources: Record<string, string>;
let sectionId: string;

beforeAll(async () => {
  stage = await LibraryStage.open();
});

afterAll(() => stage.close());

beforeEach(async () => {
  await stage.newDocument();
  const { added } = await stage.add(BIBTEX, 'a.bib');
  sources = Object.fromEntries(added.map(({ key, id }) => [key, id]));
  const sourceKeys = added.map(({ key }) => key);
  [sectionId = ''] = await stage.plan([{ title: 'One', level: 1, sourceKeys }]);
});

/** Has each citation rest on a passage of its source, as a writer's would. */
async function restOnPassages(): Promise<void> {
  await stage.query(
    `update section_citations c set passage_id = p.id, quotation = p.text, quotation_start = 0,
       quotation_end = char_length(p.text), state = 'weak'
     from passages p where p.source_id = c.source_id and c.section_id = $1`,
    [sectionId],
  );
}

const pathOf = (key: string) => `${stage.sources}/${sources[key] ?? newId()}`;

const merge = (from: string, into: string, client = stage.owner) =>
  client.send('post', `${pathOf(from)}/merge`).send({ into: sources[into] ?? newId() });

const text = async () => (await stage.read<Document>()).sections[0]?.content;

describe('two sources that are one work', () => {
  it('become one: citations, passages, evidence and outline follow', async () => {
    await stage.write(
      sectionId,
      'Tests slow forgetting down [@doe2020]. Rereading feels fluent [@doe2020b; @doe2020]. More [@roe2001].',
    );
    await restOnPassages();
    const { body } = await merge('doe2020b', 'doe2020').expect(200);
    expect(body).toEqual({ key: 'doe2020', sections: [sectionId] });
    expect(await text()).toBe(
      'Tests slow forgetting down [@doe2020]. Rereading feels fluent [@doe2020]. More [@roe2001].',
    );
    const { citations } = await stage.read<SectionSupport>(`/sections/${sectionId}/support`);
    expect(citations.map(({ key, evidence }) => [key, evidence?.quotation])).toEqual([
      ['doe2020', 'Tests slow forgetting down after a delay.'],
      ['doe2020', 'Rereading feels fluent to most students.'],
      ['roe2001', undefined],
    ]);
    const { sections } = await stage.read<Outline>('/outline');
    expect(sections[0]?.sourceKeys).toEqual(['doe2020', 'roe2001']);
    await stage.owner.send('get', pathOf('doe2020b')).expect(404);
  });

  it('stay two where the one that stays has no such page', async () => {
    await stage.write(sectionId, 'Rereading feels fluent [@doe2020b, p. 99].');
    const { body } = await merge('doe2020b', 'doe2020').expect(422);
    expect(body).toMatchObject({ code: 'INVALID_CITATION' });
    expect(await text()).toContain('@doe2020b, p. 99');
    await stage.owner.send('get', pathOf('doe2020b')).expect(200);
  });

  it('are not merged with themselves, with what is absent, or while a job writes', async () => {
    await stage.write(sectionId, 'A text.');
    await merge('doe2020', 'doe2020').expect(409);
    await merge('doe2020', 'nobody').expect(404);
    await merge('doe2020', 'roe2001', stage.stranger).expect(404);
    await stage.beginJob();
    const { body } = await merge('doe2020', 'roe2001').expect(409);
    expect(body).toMatchObject({ code: 'JOB_ACTIVE' });
  });
});
