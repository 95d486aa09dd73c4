import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../../../api/generated/api';
import { getProvenance } from '../../../api/generated/functions';
import type { Provenance } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import type { ProseRange } from '../../../ui/prose/prose-model';
import { type Hand, handRanges } from './hands';

type HandNames = Record<Hand, string>;

const NOTHING: readonly ProseRange[] = [];

/** Who wrote what in the open document; asked for only while somebody wants to see it. */
@Injectable()
export class ProvenanceStore {
  private readonly api = inject(Api);
  private readonly names = toSignal(
    inject(TranslocoService).selectTranslateObject<HandNames>('reading.provenance.by'),
  );
  private turn = 0;

  /** Whether it is wanted. */
  readonly shown = signal(false);
  readonly provenance = signal<Provenance | null>(null);
  readonly problem = signal<Problem | null>(null);

  private readonly ranges = computed(() => {
    const provenance = this.shown() ? this.provenance() : null;
    const names = this.names() as HandNames | undefined;
    if (provenance === null || names === undefined) return new Map<string, TextRanges>();
    const { frontMatter, sections } = provenance;
    const texts = [
      ...sections.map((text) => ({ ...text, id: text.sectionId })),
      ...frontMatter.map((text) => ({ ...text, id: text.part })),
    ];
    return new Map<string, TextRanges>(
      texts.map((text) => {
        return [text.id, { version: text.version, ranges: handRanges(text, names) }];
      }),
    );
  });

  /** The parts of a text by their hands; never those of another than it is now. */
  rangesOf({ id, version }: { id: string; version: number }): readonly ProseRange[] {
    const known = this.ranges().get(id);
    return known?.version === version ? known.ranges : NOTHING;
  }

  async load(id: string): Promise<void> {
    const turn = ++this.turn;
    this.problem.set(null);
    try {
      const provenance = await this.api.invoke(getProvenance, { id });
      if (turn === this.turn) this.provenance.set(provenance);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }
}

interface TextRanges {
  version: number;
  ranges: readonly ProseRange[];
}
