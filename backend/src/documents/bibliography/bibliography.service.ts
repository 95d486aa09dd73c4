import { Injectable, StreamableFile } from '@nestjs/common';
import { parseCitations } from '../../citations';
import { contentDisposition } from '../../common';
import { referenceFile, type ReferenceFormat, SourceLibrary } from '../../sources';
import { DocumentsRepository } from '../documents.repository';
import type { Bibliography } from '../dto/bibliography';
import { BibliographyFormatter } from './bibliography-formatter';
import type { BibliographyQuery } from '../dto/bibliography-query';

/** In the order of their first citations. */
function citedKeys(sections: readonly { content: string }[]): Set<string> {
  const clusters = sections.flatMap(({ content }) => parseCitations(content).clusters);
  return new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)));
}

@Injectable()
export class BibliographyService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly library: SourceLibrary,
    private readonly formatter: BibliographyFormatter,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  get(
    ownerId: string,
    documentId: string,
    { format, works }: BibliographyQuery,
  ): Promise<Bibliography | StreamableFile> {
    if (format === undefined) return this.formatted(ownerId, documentId);
    return this.file(ownerId, documentId, { format, works });
  }

  private async formatted(ownerId: string, documentId: string): Promise<Bibliography> {
    const document = await this.documents.get(ownerId, documentId);
    const { citationStyle, language, sections } = document;
    const sources = await this.library.list(documentId);
    const keys = citedKeys(sections);
    const works = sources.filter(({ key }) => keys.has(key)).map(({ key, csl }) => ({ key, csl }));
    const entries = await this.formatter.format({
      citationStyle,
      language,
      keys: [...keys],
      works,
    });
    return { citationStyle, entries };
  }

  /** The references as other programs take them over, each under its key. */
  private async file(
    ownerId: string,
    documentId: string,
    { format, works }: { format: ReferenceFormat; works: BibliographyQuery['works'] },
  ): Promise<StreamableFile> {
    const { title, sections } = await this.documents.get(ownerId, documentId);
    const cited = citedKeys(sections);
    const sources = await this.library.list(documentId);
    const chosen = works === 'all' ? sources : sources.filter(({ key }) => cited.has(key));
    const items = chosen.map(({ csl }) => csl);
    const { content, mediaType, extension } = await referenceFile(items, format);
    return new StreamableFile(Buffer.from(content), {
      type: mediaType,
      disposition: contentDisposition(title, extension),
    });
  }
}
