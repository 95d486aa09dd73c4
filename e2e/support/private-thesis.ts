import { v7 } from 'uuid';
import type { StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import type { Api } from './api';
import { payFor } from './pay-for';
import type { PathIds } from './routes';
import { PLAIN_ESSAY } from './valid-bodies';

/** Texts that nobody but their owner may ever be sent. */
export const PRIVATE = {
  title: 'Quiet rooms and loud thoughts',
  topic: 'What nobody else is to read or to change',
  requirements: 'Mention the lighthouse keeper',
  source: 'Recalling the lighthouse at night',
  section: 'The lighthouse stands where nobody looks for it.',
  supervisor: 'Professor Lantern of the Lighthouse',
  abstract: 'Of a lighthouse, summed up for its owner alone.',
  altText: 'A lighthouse, drawn for its owner alone',
  refund: 'The lighthouse was paid for twice',
};

const PRIVATE_ESSAY = {
  ...PLAIN_ESSAY,
  title: PRIVATE.title,
  topic: PRIVATE.topic,
  additionalRequirements: PRIVATE.requirements,
};

const LIBRARY = `@article{keeper2001,
  author = {Keeper, Ann}, title = {${PRIVATE.source}}, journal = {Letters on Learning}, year = {2001}
}`;

const NOBODYS: PathIds = {
  'export/{format}': 'docx',
  'matter/{part}': 'abstract',
  'mails/{id}': 'job-completed.en',
  // of settings and mails: there is no change that an attack could take back
  'history/{id}': v7(),
};

/** A drawing whose words nobody else may read. */
function figureForm(): FormData {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>';
  const form = sourceForm(drawing, 'drawing.svg');
  form.append('altText', PRIVATE.altText);
  return form;
}

interface Session {
  id: string;
  current: boolean;
}

/** One file of sources, as a form sends it. */
export function sourceForm(content: BlobPart, name: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
}

async function expected<Body>(status: number, answer: Promise<{ status: number; body: Body }>) {
  const { status: given, body } = await answer;
  if (given !== status) throw new Error(`answered ${String(given)}: ${JSON.stringify(body)}`);
  return body;
}

/** Adds a source, and more of what is known about it. */
async function privateSource(student: Api, documentId: string): Promise<PathIds> {
  const add = (library: string) => {
    const form = sourceForm(library, 'library.bib');
    const path = `/documents/${documentId}/sources`;
    return expected(201, student.post<Record<'added' | 'merges', { id: string }[]>>(path, form));
  };
  const { added } = await add(LIBRARY);
  const { merges } = await add(LIBRARY.replace('}\n}', '}, volume = {7}\n}'));
  return {
    'sources/{sourceId}': added[0]?.id ?? '',
    'merges/{mergeId}': merges[0]?.id ?? '',
  };
}

async function privateFigure(student: Api, documentId: string): Promise<string> {
  const path = `/documents/${documentId}/figures`;
  return (await expected(201, student.post<{ id: string }>(path, figureForm()))).id;
}

/** Has a student pay for a document, and ask some of it back. */
async function privatePayment(
  student: Api,
  stripe: StripeServer,
  documentId: string,
): Promise<PathIds> {
  const paymentId = await payFor(student, stripe, documentId);
  const request = { paymentId, reason: PRIVATE.refund };
  const refund = await expected(201, student.post<{ id: string }>('/payment/refunds', request));
  return { 'payment/{id}': paymentId, 'refunds/{id}': refund.id };
}

/** Stores a section's text, and has another wording proposed for it. @returns the suggestion's id */
async function privateText(student: Api, documentId: string, sectionId: string): Promise<string> {
  // with a slip, which can be mended without a model
  const text = { content: `${PRIVATE.section} So it is , they say.` };
  const path = `/documents/${documentId}/sections/${sectionId}`;
  const stored = student.request<{ version: number }>('PATCH', path, text, { 'If-Match': '*' });
  const { version } = await expected(200, stored);
  const selection = { start: 0, end: text.content.length };
  const task = { documentId, sectionId, version, action: 'polish', selection };
  return (await expected(201, student.post<{ id: string }>('/generate/suggestion', task))).id;
}

/** The id of a session, rather one that can be ended without consequences. */
async function endableSession(student: Api): Promise<string> {
  const { items } = await expected(200, student.get<{ items: Session[] }>('/auth/sessions'));
  return (items.find(({ current }) => !current) ?? items[0])?.id ?? '';
}

/** States rules for a document, and shares them. @returns the id of the shared profile */
async function sharedRules(student: Api, documentId: string): Promise<string> {
  const rules = { formatting: { marginLeft: 30 }, titlePage: { supervisor: PRIVATE.supervisor } };
  await expected(200, student.request('PUT', `/documents/${documentId}/requirements`, rules));
  const named = { documentId, name: `Rules ${documentId}` };
  return (await expected(201, student.post<{ id: string }>('/formatting-profiles', named))).id;
}

/**
 * Has a student make a document with a source, an outline, a text, an export, a payment of which
 * money is asked back, and a job that no worker has taken yet.
 */
export async function privateThesis(student: Api, stripe: StripeServer): Promise<PathIds> {
  const user = await expected(200, student.get<{ id: string }>('/auth/me'));
  const { id } = await expected(201, student.post<{ id: string }>('/documents', PRIVATE_ESSAY));
  const source = await privateSource(student, id);
  const sections = [{ title: 'The only chapter', level: 1 }];
  const outline = await expected(
    200,
    student.request<{ sections: { id: string }[] }>('PUT', `/documents/${id}/outline`, {
      sections,
    }),
  );
  const sectionId = outline.sections[0]?.id ?? '';
  const suggestionId = await privateText(student, id, sectionId);
  await expected(
    200,
    student.request('PATCH', `/documents/${id}/front-matter/abstract`, {
      content: PRIVATE.abstract,
    }),
  );
  const profileId = await sharedRules(student, id);
  const versions = await expected(
    200,
    student.get<{ items: { id: string }[] }>(`/documents/${id}/versions`),
  );
  const { downloadUrl } = await expected(
    201,
    student.post<{ downloadUrl: string }>(`/documents/${id}/export`, { format: 'docx' }),
  );
  const payment = await privatePayment(student, stripe, id);
  const { jobId } = await expected(
    202,
    student.post<{ jobId: string }>('/jobs/generate/document-async', { documentId: id }),
  );
  const session = await endableSession(student);
  return {
    'documents/{id}': id,
    'sections/{sectionId}': sectionId,
    'suggestions/{suggestionId}': suggestionId,
    'versions/{versionId}': versions.items[0]?.id ?? '',
    'figures/{figureId}': await privateFigure(student, id),
    ...source,
    'usage/{userId}': user.id,
    'users/{id}': user.id,
    'sessions/{sessionId}': session,
    'jobs/{jobId}': jobId,
    'jobs/{id}': jobId,
    ...payment,
    ...NOBODYS,
    'profiles/{profileId}': profileId,
    'downloads/{token}': downloadUrl.split('/').at(-1) ?? '',
  };
}
