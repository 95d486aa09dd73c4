import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getFrontMatter, updateFrontText } from '../../../api/generated/functions';
import type { FrontText } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { FRONT_PARTS, type FrontPart } from './front-parts';

type Texts = ReadonlyMap<FrontPart, FrontText>;

/** The texts in front of the chapters of the open document. */
@Injectable()
export class FrontMatterStore {
  private readonly api = inject(Api);
  private readonly texts = signal<Texts>(new Map());
  /** What was stored since the server was last asked, whose answer may be older. */
  private readonly stored = new Map<FrontPart, FrontText>();
  private turn = 0;

  readonly loaded = computed(() => this.texts().size === FRONT_PARTS.length);
  readonly problem = signal<Problem | null>(null);

  /** Undefined until it has been loaded; a part that is not there has no content. */
  text(part: FrontPart): FrontText | undefined {
    return this.texts().get(part);
  }

  /** To be called for every change of the document: the server says whether they still fit. */
  async load(id: string): Promise<void> {
    const turn = ++this.turn;
    this.stored.clear();
    this.problem.set(null);
    try {
      const { items } = await this.api.invoke(getFrontMatter, { id });
      const asked = items.map((text) => [text.part, text] as const);
      if (turn === this.turn) this.texts.set(new Map([...asked, ...this.stored]));
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }

  /** Takes over what was stored just now; an older answer that is under way does not undo it. */
  know(text: FrontText): void {
    this.stored.set(text.part, text);
    this.texts.update((texts) => new Map([...texts, [text.part, text]]));
  }

  /** Stores in which language the second abstract is. */
  async setLanguage(id: string, language: FrontText['language']): Promise<void> {
    const text = this.text('second_abstract');
    if (text === undefined) return;
    const { part, content, version } = text;
    const body = { content, language };
    const params = { id, part, body, 'if-match': `"${String(version)}"` };
    this.know(await this.api.invoke(updateFrontText, params));
  }
}
