import type { DocumentLanguage } from '../../common';
import { CAPTION_WORDS } from './caption-words';
import { captionNumber } from './caption-text';
import type { Caption, EquationNumber, Place, SectionModel } from './document-model';
import type { ModelFinding } from './model-finding';

interface Target extends Place {
  /** What references call it; empty for one whose number says all. */
  word: string;
}

/** Pandoc's identifier for a heading: its letters and digits, small, with hyphens between words. */
export function headingKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

/** The places of a document that have a label, by it: `fig:key`, `tbl:key`, `sec:key`. */
export class Labels {
  private readonly targets = new Map<string, Target>();
  readonly findings: ModelFinding[] = [];

  constructor(private readonly language: DocumentLanguage) {}

  get(label: string): Target | undefined {
    return this.targets.get(label);
  }

  addCaption(label: string, caption: Caption, where: string): void {
    const word = CAPTION_WORDS[this.language].references[caption.kind];
    this.add(label, { id: caption.id, number: captionNumber(caption), word }, where);
  }

  addEquation(label: string, equation: EquationNumber, where: string): void {
    const word = CAPTION_WORDS[this.language].references.equation;
    const number = `(${captionNumber(equation)})`;
    this.add(label, { id: equation.id, number, word }, where);
  }

  addSection(label: string, section: Omit<SectionModel, 'blocks'>, appendix: boolean): void {
    const { id, title, level, plainNumber: plain } = section;
    const words = CAPTION_WORDS[this.language].references;
    const chapter = appendix ? words.appendix : words.chapter;
    const word = level === 1 ? chapter : words.section;
    const target = plain === '' ? { number: title, word: '' } : { number: plain, word };
    if (!this.targets.has(label)) this.targets.set(label, { id, ...target });
  }

  private add(label: string, target: Target, where: string): void {
    if (this.targets.has(label)) {
      this.findings.push({ kind: 'repeated_label', text: `{#${label}}`, where });
    } else this.targets.set(label, target);
  }
}
