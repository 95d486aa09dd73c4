import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { checkDocument } from '../../../api/generated/functions';
import type { Section } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import type { ProseRange } from '../../../ui/prose/prose-model';
import { DocumentStore } from '../../workspace/document.store';
import {
  CHECK_LOOKS,
  type CheckState,
  type ShownCheck,
  shownCheck,
  type ShownFinding,
} from './shown-check';

/** Before that nobody wonders whether anything happens. */
const SLOW_MS = 2000;

const STATES = Object.keys(CHECK_LOOKS) as CheckState[];

/** The checks of the open document, made when somebody asks for them. */
@Injectable()
export class ChecksStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  /** The version of each section that was checked, by its id. */
  private readonly versions = signal<ReadonlyMap<string, number>>(new Map());

  /** Null until they have been made. */
  readonly checks = signal<readonly ShownCheck[] | null>(null);
  readonly running = signal(false);
  /** It takes so long that one should be told. */
  readonly slow = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** The finding that is marked in the text. */
  readonly open = signal<ShownFinding | null>(null);

  readonly counts = computed(() => {
    const states = this.checks()?.map(({ state }) => state);
    if (states === undefined) return null;
    const count = (wanted: CheckState) => states.filter((state) => state === wanted).length;
    return STATES.map((state) => ({ state, count: count(state) }));
  });

  /** The text is another one than was checked. */
  readonly outdated = computed(() => {
    const versions = this.versions();
    const sections = this.documents.document()?.sections ?? [];
    if (this.checks() === null) return false;
    return (
      sections.length !== versions.size ||
      sections.some(({ id, version }) => versions.get(id) !== version)
    );
  });

  async run(): Promise<void> {
    if (this.running()) return;
    this.running.set(true);
    this.problem.set(null);
    this.open.set(null);
    const timer = setTimeout(() => {
      this.slow.set(true);
    }, SLOW_MS);
    try {
      await this.check();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      clearTimeout(timer);
      this.slow.set(false);
      this.running.set(false);
    }
  }

  /** The place of the open finding, if it is in this very text. */
  rangesOf({ id: sectionId, version }: Section): readonly ProseRange[] {
    const open = this.open();
    if (open?.sectionId !== sectionId || open.words?.version !== version) return NONE;
    const { start, end } = open.words;
    return [{ start, end, look: 'finding', id: open.id }];
  }

  private async check(): Promise<void> {
    // what is shown must be what is checked: another window may have stored another text
    await this.documents.reload();
    const document = this.documents.document();
    if (document === null) return;
    const { items } = await this.api.invoke(checkDocument, { id: document.id });
    this.versions.set(new Map(document.sections.map(({ id, version }) => [id, version])));
    this.checks.set(items.map((check) => shownCheck(check, document)));
  }
}

const NONE: readonly ProseRange[] = [];
