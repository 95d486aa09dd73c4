import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CITATION_STYLES } from '../citations';
import type { DocumentLanguage } from '../common';
import type { CitationStyleItem, CitationStyles } from './dto/citation-styles';
import { STYLE_NAMES } from './style-names';
import { styleSample } from './style-sample';

/** The samples depend on nothing but the language, so each is made once in the life of a process. */
@Injectable()
export class CitationStylesService {
  private readonly made = new Map<DocumentLanguage, Promise<CitationStyles>>();

  list(language: DocumentLanguage): Promise<CitationStyles> {
    const made = this.made.get(language) ?? this.make(language);
    this.made.set(language, made);
    return made;
  }

  private async make(language: DocumentLanguage): Promise<CitationStyles> {
    const items: CitationStyleItem[] = [];
    for (const id of CITATION_STYLES) {
      // A style takes up to a quarter of a second to read, and other requests are waiting
      await setImmediate();
      items.push({ id, ...STYLE_NAMES[id], sample: styleSample(id, language) });
    }
    return { items };
  }
}
