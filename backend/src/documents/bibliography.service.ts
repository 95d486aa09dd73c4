import { Injectable } from '@nestjs/common';
import { CitationFormatter, parseCitations, plainText } from '../citations';
import { SourceLibrary } from '../sources';
import { DocumentsRepository } from './documents.repository';
import type { Bibliography } from './dto/bibliography';

@Injectable()
export class BibliographyService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly library: SourceLibrary,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string): Promise<Bibliography> {
    const document = await this.documents.get(ownerId, documentId);
    const { citationStyle, language, sections } = document;
    const sources = await this.library.list(documentId);
    const clusters = sections.flatMap(({ content }) => parseCitations(content).clusters);
    const formatter = CitationFormatter.create(citationStyle, language, sources);
    const entries = formatter
      .format(clusters)
      .bibliography.map(({ key, label, text }) => ({ key, label, text: plainText(text) }));
    return { citationStyle, entries };
  }
}
