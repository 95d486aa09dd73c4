import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ProblemException } from '../common';
import {
  type Document,
  DocumentsService,
  FrontMatterService,
  isAppendix,
  ProvenanceService,
} from '../documents';
import { bareValues, RequirementsService } from '../requirements';
import { SourceLibrary } from '../sources';
import { FigureImages } from './figures/figure-images';
import type { ExportInput, SectionInput } from './model/export-input';

/** To be raised with every change of how exports look, so that stored ones are made again. */
const LOOK = 9;

const NOTHING_WRITTEN =
  'Nothing has been written yet. Write a section, or let the document be written, then export it.';

function sectionInputs({ outline, sections }: Document): SectionInput[] {
  const texts = new Map(sections.map((section) => [section.id, section]));
  return (outline?.sections ?? []).map((section) => {
    const { id, number, title, level } = section;
    const text = texts.get(id);
    return {
      ...{ id, number, title, level, ...(isAppendix(section) && { appendix: true as const }) },
      ...{ content: text?.content ?? '', writer: text?.writer ?? null },
    };
  });
}

/** What an export holds beside the text. */
export interface ExportParts {
  /** The declaration on the use of AI, where there is something to declare. */
  declaration: boolean;
}

/** Reads all that goes into an export of a document. */
@Injectable()
export class ExportSource {
  constructor(
    private readonly documents: DocumentsService,
    private readonly sources: SourceLibrary,
    private readonly provenances: ProvenanceService,
    private readonly frontMatter: FrontMatterService,
    private readonly requirements: RequirementsService,
    private readonly figures: FigureImages,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws ProblemException NOT_FOUND, NOTHING_TO_EXPORT */
  async read(
    ownerId: string,
    documentId: string,
    { declaration }: ExportParts,
  ): Promise<ExportInput> {
    const document = await this.documents.getOwned(ownerId, documentId);
    const sections = sectionInputs(document);
    if (sections.every(({ content }) => content.trim() === '')) {
      throw new ProblemException('NOTHING_TO_EXPORT', NOTHING_WRITTEN);
    }
    const sources = await this.sources.list(documentId);
    const { title, type, language, citationStyle, updatedAt } = document;
    const front = await this.frontMatter.list(ownerId, documentId);
    const frontMatter = front
      .filter(({ content }) => content !== '')
      .map(({ part, language: written, content }) => ({ part, language: written, content }));
    const { profile, titlePage } = await this.requirements.get(ownerId, documentId);
    return {
      title,
      type,
      language,
      citationStyle,
      updatedAt,
      author: await this.nameOf(ownerId),
      frontMatter,
      sections,
      figures: await this.figures.shownIn(ownerId, documentId, [
        ...frontMatter.map(({ content }) => content),
        ...sections.map(({ content }) => content),
      ]),
      formatting: bareValues(profile.values),
      titlePage,
      sources: sources.map(({ key, csl }) => ({ key, csl })),
      declaration: declaration ? await this.declarationOf(ownerId, documentId) : null,
    };
  }

  private async declarationOf(ownerId: string, documentId: string) {
    return (await this.provenances.get(ownerId, documentId)).declaration;
  }

  private async nameOf(userId: string): Promise<string | null> {
    const [user] = await this.dataSource.query<{ name: string | null }[]>(
      'select full_name as name from users where id = $1',
      [userId],
    );
    return user?.name ?? null;
  }
}

/** Equal for two inputs exactly when their exports read the same. */
export function contentHash({ updatedAt, ...content }: ExportInput): string {
  const year = new Date(updatedAt).getUTCFullYear();
  return createHash('sha256')
    .update(JSON.stringify([LOOK, year, content]))
    .digest('hex');
}
