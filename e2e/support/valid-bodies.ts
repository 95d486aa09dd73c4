import type { PathIds } from './routes';

export const PLAIN_ESSAY = {
  title: 'A plain essay',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
  additionalRequirements: 'Briefly',
};

const MAIL_TEXTS = {
  subject: 'Written: {{title}}',
  lead: 'It is finished:',
  button: 'Read it',
  note: 'Make it yours.',
  why: 'You get this mail because it took long.',
};

/** A good body for every route that takes one: what is done to it is the only thing wrong with it. */
const BODIES: Record<string, (ids: PathIds) => object> = {
  'POST /auth/magic-link': () => ({ email: 'somebody@example.org' }),
  'POST /auth/verify-magic-link': () => ({ token: 'A'.repeat(43) }),
  'PATCH /auth/me': () => ({ fullName: 'A Name', locale: 'en' }),
  // another's address, which is refused: other routes need the account
  'DELETE /account': () => ({ email: 'another@example.org' }),
  'PUT /account/consents': () => ({
    purpose: 'job-mails',
    given: true,
    version: 1,
    locale: 'en',
  }),
  'PATCH /admin/users/{id}': () => ({ role: 'student', dailyTokenLimit: 1000 }),
  'POST /admin/users/{id}/block': () => ({ reason: 'A reason' }),
  // what holds anyway: other routes need it
  'PATCH /admin/settings': () => ({
    models: ['offline'],
    dailyTokenLimit: 1_000_000,
    platformDailyTokenLimit: 100_000_000,
    maintenance: { on: false, message: { en: 'Back soon', uk: 'Скоро', it: 'A presto' } },
    signUps: true,
    generation: true,
    announcement: { en: 'Some news', uk: 'Новини', it: 'Novità' },
  }),
  'PATCH /admin/mails/{id}': () => ({ texts: MAIL_TEXTS }),
  'POST /admin/mails/{id}/preview': () => ({ texts: MAIL_TEXTS }),
  'POST /admin/mails/{id}/test': () => ({ texts: MAIL_TEXTS }),
  'POST /documents': () => PLAIN_ESSAY,
  'PATCH /documents/{id}': () => ({ ...PLAIN_ESSAY, archived: false }),
  'PUT /documents/{id}': () => ({ ...PLAIN_ESSAY, archived: false }),
  'PUT /documents/{id}/outline': (ids) => ({
    researchQuestion: 'What do learners remember?',
    sections: [
      {
        // kept, since other routes need it
        id: ids['sections/{sectionId}'],
        title: 'A chapter',
        level: 1,
        role: 'body',
        keyPoints: ['A point'],
        targetWords: 300,
        sourceKeys: ['keeper2001'],
      },
    ],
  }),
  'PATCH /documents/{id}/front-matter/{part}': () => ({ content: 'What it is about.' }),
  'PATCH /documents/{id}/sections/{sectionId}': (ids) => ({
    content: 'A sentence of its own.',
    accepted: [{ suggestionId: ids['suggestions/{suggestionId}'], changes: [0] }],
  }),
  'POST /documents/{id}/suggestions/{suggestionId}/reject': () => ({ changes: [0] }),
  'POST /documents/{id}/sources': () => ({ doi: '10.5555/recall.2019' }),
  'PATCH /documents/{id}/sources/{sourceId}': () => ({
    type: 'chapter',
    title: 'Recalling what was read',
    authors: ['Keeper, Ann'],
    year: 2001,
    container: 'Letters on Learning',
    doi: '10.5555/recall.2001',
    url: 'https://example.org/recall',
    volume: '7',
    issue: '2',
    pages: '10–19',
    edition: '3rd',
    publisher: 'Invented Press',
    place: 'Kyiv',
    language: 'en',
    mandatory: true,
  }),
  'POST /documents/{id}/sources/{sourceId}/merge': (ids) => ({
    // itself, which is refused: other routes need it
    into: ids['sources/{sourceId}'],
  }),
  'PUT /documents/{id}/figures/{figureId}': () => ({
    caption: 'An area',
    altText: 'A plain area in blue',
  }),
  'PUT /documents/{id}/requirements': () => ({
    formatting: { marginLeft: 30, fontSize: 12, titlePageFields: ['university', 'title'] },
    titlePage: { university: 'An Invented University' },
    profile: 'apa7-student',
    open: ['fontSize'],
  }),
  'POST /formatting-profiles': (ids) => ({
    documentId: ids['documents/{id}'],
    name: 'Rules of an invented institute',
  }),
  'POST /documents/{id}/export': () => ({ format: 'docx' }),
  'POST /generate/outline': (ids) => ({
    documentId: ids['documents/{id}'],
    additionalRequirements: 'Briefly',
  }),
  'POST /generate/section': (ids) => ({
    documentId: ids['documents/{id}'],
    sectionId: ids['sections/{sectionId}'],
    additionalRequirements: 'Briefly',
  }),
  'POST /generate/suggestion': (ids) => ({
    documentId: ids['documents/{id}'],
    sectionId: ids['sections/{sectionId}'],
    version: 1,
    action: 'polish',
    selection: { start: 0, end: 10 },
    instruction: 'Briefly',
  }),
  'POST /generate/estimate': (ids) => ({ documentId: ids['documents/{id}'] }),
  'POST /payment/quote': (ids) => ({ documentId: ids['documents/{id}'], discountCode: 'SPRING' }),
  'POST /payment/create-intent': (ids) => ({
    documentId: ids['documents/{id}'],
    discountCode: 'SPRING',
  }),
  'POST /payment/create-checkout': (ids) => ({
    documentId: ids['documents/{id}'],
    discountCode: 'SPRING',
  }),
  'POST /payment/refunds': (ids) => ({ paymentId: ids['payment/{id}'], reason: 'A reason' }),
  'POST /admin/refunds/{id}/approve': () => ({ reason: 'A reason', amount: 1 }),
  'POST /admin/refunds/{id}/reject': () => ({ reason: 'A reason' }),
  'POST /admin/discount-codes': () => ({
    code: 'SPRING',
    percent: 10,
    maxUses: 5,
    usesPerUser: 1,
    expiresAt: '2040-01-01T00:00:00Z',
  }),
  'PUT /admin/institutions': () => ({
    name: 'Invented University',
    mailDomain: 'invented.example.org',
    pagesPerMonth: 100,
  }),
  'PUT /admin/prices': () => ({
    currency: 'EUR',
    pagePrice: 50,
    minPages: 3,
    maxPages: 200,
    vatBasisPoints: 0,
    quoteMinutes: 60,
    freePages: 0,
    seller: { name: 'Invented Press', address: 'A street', vatId: 'XX123' },
  }),
  'POST /jobs/generate/document-async': (ids) => ({
    documentId: ids['documents/{id}'],
    requirements: 'Briefly',
  }),
};

/** @returns undefined for a route that takes no JSON */
export const validBody = (route: string, ids: PathIds) => BODIES[route]?.(ids);
