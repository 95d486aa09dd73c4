import type {
  Candidate,
  CitationSupport,
  DocumentCheck,
  Document as Thesis,
  FrontText,
  JobStatus,
  KnownProfile,
  OutlineSection,
  Requirements,
  Payment,
  Pricing,
  Refund,
  Section,
  Session,
  Source,
  Suggestion,
  Version,
} from '../app/api/generated/models';

/** Records as the API gives them, with what a test cares about put in. */
export const sourceRecord = (over: Partial<Source> = {}): Source => ({
  id: '0190a000-0000-7000-8000-000000000001',
  key: 'roediger2006',
  title: 'Test-enhanced learning',
  authors: ['Henry L. Roediger', 'Jeffrey D. Karpicke'],
  names: ['Roediger, Henry L.', 'Karpicke, Jeffrey D.'],
  year: 2006,
  status: 'ready',
  type: 'article-journal',
  container: 'Psychological Science',
  doi: null,
  url: null,
  volume: '17',
  issue: '3',
  pages: '249–255',
  edition: null,
  publisher: null,
  place: null,
  language: 'en',
  pageCount: null,
  passageCount: 3,
  check: null,
  mandatory: false,
  ...over,
});

export const candidateRecord = (over: Partial<Candidate> = {}): Candidate => ({
  title: 'Recalling what was read on a night train',
  authors: ['Ada Testova'],
  year: 2019,
  type: 'article-journal',
  container: 'Journal of Invented Learning',
  doi: '10.5555/recall.2019',
  provider: 'openalex',
  retracted: false,
  alreadyInLibrary: false,
  ...over,
});

export const sectionRecord = (over: Partial<Section> = {}): Section => ({
  id: 's1',
  title: 'Introduction',
  content: 'Testing helps [@roediger2006].',
  status: 'written',
  wordCount: 2,
  writer: 'offline',
  version: 3,
  ...over,
});

export const suggestionRecord = (over: Partial<Suggestion> = {}): Suggestion => ({
  id: 'g1',
  sectionId: 's1',
  version: 3,
  action: 'shorten',
  instruction: null,
  original: 'Testing helps a lot [@roediger2006].',
  proposed: 'Testing helps [@roediger2006].',
  changes: [{ start: 14, end: 20, insert: '' }],
  accepted: [],
  rejected: [],
  status: 'open',
  place: { start: 0, end: 36 },
  words: { before: 4, after: 2 },
  lost: [],
  writer: 'wise',
  tokensUsed: 100,
  createdAt: '2026-01-01T10:00:00.000Z',
  ...over,
});

export const frontTextRecord = (over: Partial<FrontText> = {}): FrontText => ({
  part: 'abstract',
  content: 'This work asks how learning lasts.',
  language: 'en',
  stale: false,
  status: 'written',
  wordCount: 6,
  writer: 'offline',
  version: 2,
  ...over,
});

export const outlineRecord = (over: Partial<OutlineSection> = {}): OutlineSection => ({
  id: 's1',
  number: '1',
  title: 'Introduction',
  level: 1,
  role: 'body',
  keyPoints: [],
  targetWords: 300,
  sourceKeys: [],
  ...over,
});

export const thesisRecord = (over: Partial<Thesis> = {}): Thesis => ({
  id: 'd1',
  title: 'How learning lasts',
  topic: 'Which ways of studying last?',
  language: 'en',
  type: 'term_paper',
  targetPages: 20,
  citationStyle: 'apa',
  additionalRequirements: '',
  status: 'outlined',
  wordCount: 2,
  archived: false,
  outline: { researchQuestion: null, sections: [outlineRecord()] },
  sections: [sectionRecord()],
  version: 7,
  createdAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-01T10:00:00.000Z',
  ...over,
});

export const jobRecord = (over: Partial<JobStatus> = {}): JobStatus => ({
  jobId: 'j1',
  documentId: 'd1',
  status: 'running',
  stage: 'sections',
  progress: 20,
  sectionsDone: 1,
  sectionsTotal: 5,
  tokensUsed: 0,
  queuePosition: null,
  etaSeconds: null,
  ...over,
});

export const sessionRecord = (over: Partial<Session> = {}): Session => ({
  id: '0190a000-0000-7000-8000-000000000002',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  createdAt: '2026-11-01T10:00:00.000Z',
  lastUsedAt: '2026-11-01T10:00:00.000Z',
  current: false,
  ...over,
});

export const citationSupportRecord = (over: Partial<CitationSupport> = {}): CitationSupport => ({
  ordinal: 0,
  key: 'roediger2006',
  locator: null,
  sentence: { start: 0, end: 29 },
  state: 'supported',
  score: 1,
  modelChecked: false,
  evidence: {
    passageId: '0190a000-0000-7000-8000-000000000003',
    page: 250,
    quotation: 'Testing is a powerful means of improving learning.',
    start: 0,
    end: 50,
  },
  ...over,
});

export const versionRecord = (over: Partial<Version> = {}): Version => ({
  id: 'v1',
  sectionId: 's1',
  sectionTitle: 'Introduction',
  version: 2,
  step: 'draft',
  writer: 'offline',
  wordCount: 2,
  createdAt: '2026-11-01T10:00:00.000Z',
  content: 'Sleep helps [@roediger2006].',
  ...over,
});

export const checkRecord = (over: Partial<DocumentCheck> = {}): DocumentCheck => ({
  id: 'repetition',
  state: 'failed',
  reason: null,
  summary: '1 place said before in the same words.',
  findings: [
    {
      kind: 'repeated',
      sectionId: 's1',
      start: 0,
      end: 13,
      message: 'This stands in “Introduction” already.',
    },
  ],
  more: 0,
  ...over,
});

export const requirementsRecord = (over: Partial<Requirements> = {}): Requirements => ({
  id: '0190a000-0000-7000-8000-000000000004',
  profile: {
    values: {
      marginLeft: {
        value: 30,
        quote: 'The left margin is 3 cm.',
        page: 4,
        confidence: 0.45,
        origin: 'rules',
        confirmed: false,
      },
      fontSize: {
        value: 12,
        quote: 'Use 12 pt.',
        page: null,
        confidence: 0.9,
        origin: 'rules',
        confirmed: false,
      },
    },
    silences: [],
    contradictions: [
      {
        rule: 'marginLeft',
        alternatives: [{ value: 40, quote: 'The left margin must be 4 cm wide.', page: 9 }],
      },
    ],
  },
  titlePage: {},
  preview: 'The left margin is 3 cm.',
  warnings: [],
  version: 2,
  ...over,
});

export const knownProfileRecord = (over: Partial<KnownProfile> = {}): KnownProfile => ({
  id: 'apa7-student',
  name: 'APA 7, student paper',
  country: null,
  language: 'en',
  source: { title: 'APA Style: Paper format', url: 'https://apastyle.apa.org/' },
  shared: false,
  own: false,
  formatting: { marginLeft: 25.4, lineSpacing: 2 },
  ...over,
});

export const pricingRecord = (over: Partial<Pricing> = {}): Pricing => ({
  enabled: true,
  publishableKey: null,
  ...{ currency: 'EUR', pagePrice: 50, minPages: 3, maxPages: 200, vatBasisPoints: 0 },
  ...{ quoteMinutes: 60, freePages: 0, seller: { name: 'TesiGo', address: '', vatId: '' } },
  ...over,
});

export const paymentRecord = (over: Partial<Payment> = {}): Payment => ({
  ...{ id: 'p1', documentId: 'd1', documentTitle: 'How learning lasts' },
  ...{ status: 'quoted', method: null, pages: 20, grantedPages: 0, grantedBy: null },
  ...{ currency: 'EUR', pagePrice: 50, discountCode: null, discount: 0, amount: 1000 },
  ...{ vatBasisPoints: 0, vat: 0, refunded: 0, refundable: 0, jobId: null, receiptNumber: null },
  validUntil: '2126-11-01T11:00:00.000Z',
  paidAt: null,
  createdAt: '2026-11-01T10:00:00.000Z',
  refunds: [],
  ...over,
});

export const refundRecord = (over: Partial<Refund> = {}): Refund => ({
  ...{ id: 'r1', paymentId: 'p1', cause: 'request', status: 'requested' },
  ...{ reason: 'I wrote it myself.', amount: null, decisionReason: null },
  createdAt: '2026-11-02T10:00:00.000Z',
  decidedAt: null,
  finishedAt: null,
  ...over,
});
