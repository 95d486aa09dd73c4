import { CaptionCounter } from './caption-counter';
import type { Placer } from './citation-placer';
import { resolved } from './cross-references';
import { isReadableFormula } from '../formula/readable-formula';
import type { Block } from './document-model';
import type { ModelFinding } from './model-finding';
import type { ExportInput } from './export-input';
import type { FigureInput } from './figure-input';
import type { WrittenFormula } from './formulas';
import { withLanguageMarks } from './language-runs';
import { Labels } from './labels';
import { blocksOf } from './markdown-blocks';

/** What is shared by the texts of a document while they are read. */
export class TextReader {
  readonly counter: CaptionCounter;
  readonly labels: Labels;
  private readonly figures: ReadonlyMap<string, FigureInput>;
  private readonly found: ModelFinding[] = [];

  constructor(
    private readonly input: ExportInput,
    private readonly placer: Placer,
  ) {
    this.counter = new CaptionCounter(input.formatting, input.language);
    this.figures = new Map(input.figures.map((figure) => [figure.key, figure]));
    this.labels = new Labels(input.language);
  }

  blocks(markdown: string, where: string, labelSection: (label: string) => void): Block[] {
    const { placer, counter, labels, input } = this;
    return blocksOf(withLanguageMarks(placer.formulas.taken(markdown)), {
      ...{ placer, counter, labels, where, labelSection },
      language: input.language,
      isReadable: (formula) => this.isReadable(formula, where),
      figure: (key) => this.figures.get(key),
      report: (finding) => this.found.push(finding),
    });
  }

  private isReadable({ source, tex, display }: WrittenFormula, where: string): boolean {
    const readable = isReadableFormula(tex, display);
    const text = source;
    const known = this.found.some((one) => one.text === text && one.where === where);
    if (!readable && !known) this.found.push({ kind: 'unreadable_formula', text, where });
    return readable;
  }

  /** To be called when all texts are read: references also lead forward. */
  resolve(blocks: readonly Block[], where: string): Block[] {
    const result = resolved(blocks, this.labels, where);
    this.found.push(...result.findings);
    return result.blocks;
  }

  get findings(): ModelFinding[] {
    return [...this.labels.findings, ...this.found];
  }
}
