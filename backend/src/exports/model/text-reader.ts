import { CaptionCounter } from './caption-counter';
import type { Placer } from './citation-placer';
import { resolved } from './cross-references';
import type { Block, ModelFinding } from './document-model';
import type { ExportInput } from './export-input';
import type { FigureInput } from './figure-input';
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
    return blocksOf(markdown, {
      ...{ placer, counter, labels, where, labelSection },
      language: input.language,
      figure: (key) => this.figures.get(key),
      report: (finding) => this.found.push(finding),
    });
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
