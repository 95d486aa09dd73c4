import { Injectable } from '@nestjs/common';
import { parseCitations } from '../../citations';
import { countWords } from '../count-words';
import { DocumentsRepository } from '../documents.repository';
import type { Provenance } from '../dto/provenance';
import {
  FrontMatterRepository,
  type StoredFrontText,
} from '../front-matter/front-matter.repository';
import { carryOrigins } from './carry-origins';
import { type Authorship, declarationOf } from './declaration';
import { NO_TEXT, type Origin, type OwnedText } from './origin';
import type { WordShares } from './percentages';
import { type CurrentText, VersionsRepository } from './versions.repository';

/** The writer that only arranges sources. */
const OFFLINE = 'offline';

/** A text that was stored past the ledger is a person's, as far as it is not what the ledger has. */
function owned({ content, stored, provenance, version }: CurrentText): OwnedText {
  const known = provenance === null ? NO_TEXT : { content: stored ?? '', ...provenance };
  if (known.content === content) return known;
  const at = new Date(0).toISOString();
  const unknown: Origin = { step: 'edit', writer: null, promptVersion: null, version, at };
  return { content, ...carryOrigins(known, content, unknown) };
}

function kindOf({ writer }: Origin): keyof WordShares {
  if (writer === null) return 'person';
  return writer === OFFLINE ? 'offline' : 'model';
}

/** How many words are each hand’s. A word that two hands made counts for both. */
function authorshipOf(texts: readonly OwnedText[]): Authorship {
  const words: WordShares = { model: 0, offline: 0, person: 0 };
  const models = new Map<string, number>();
  for (const { content, spans, origins } of texts) {
    for (const { start, end, origin } of spans) {
      const by = origins[origin];
      if (by === undefined) continue;
      const count = countWords(content.slice(start, end));
      const kind = kindOf(by);
      words[kind] += count;
      if (kind === 'model') models.set(by.writer ?? '', (models.get(by.writer ?? '') ?? 0) + count);
    }
  }
  const names = [...models].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return { words, models: names };
}

const keysIn = (markdown: string): string[] => [
  ...new Set(parseCitations(markdown).clusters.flatMap(({ items }) => items.map(({ key }) => key))),
];

/** These texts cite nothing. */
function frontTextOf({ part, version, provenance }: StoredFrontText) {
  const spans = provenance.spans.map((span) => ({ ...span, keys: [] }));
  return { part, version, origins: provenance.origins, spans };
}

/** Who wrote what of a document as it is. */
@Injectable()
export class ProvenanceService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly versions: VersionsRepository,
    private readonly frontMatter: FrontMatterRepository,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string): Promise<Provenance> {
    const { language } = await this.documents.get(ownerId, documentId);
    const current = await this.versions.current(ownerId, documentId);
    const texts = current.map((text) => ({ ...text, ...owned(text) }));
    const front = await this.frontMatter.list(ownerId, documentId);
    const written = front.filter(({ content }) => content !== '');
    const authorship = authorshipOf([
      ...texts,
      ...written.map(({ content, provenance }) => ({ content, ...provenance })),
    ]);
    return {
      sections: texts.map(({ sectionId, title, version, content, origins, spans }) => ({
        sectionId,
        title,
        version,
        origins,
        spans: spans.map((span) => ({
          ...span,
          keys: keysIn(content.slice(span.start, span.end)),
        })),
      })),
      frontMatter: written.map(frontTextOf),
      words: authorship.words,
      models: [...authorship.models],
      declaration: declarationOf(authorship, language),
    };
  }
}
