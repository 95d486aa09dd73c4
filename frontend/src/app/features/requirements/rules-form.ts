import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { KnownProfile } from '../../api/generated/models';
import * as drafts from './profile/draft';
import { ruleError } from './profile/rule-errors';
import { type Contradiction, type Rule, RULE_GROUPS } from './profile/rules';
import { RequirementsStore } from './requirements.store';

const ALL = RULE_GROUPS.flatMap(({ rules }) => rules);

/** The rules as stored, and as they are being decided on. */
@Injectable()
export class RulesForm {
  private readonly store = inject(RequirementsStore);
  private readonly before = computed(() => {
    const stored = this.store.requirements();
    return stored && drafts.draftOf(stored);
  });

  readonly draft = linkedSignal(() => this.before());
  /** Told after a save, until something is changed again or read anew. */
  readonly saved = linkedSignal({ source: () => this.before(), computation: () => false });

  readonly changed = computed(() => {
    const [draft, before] = [this.draft(), this.before()];
    return draft !== null && before !== null && drafts.differs(draft, before);
  });
  readonly open = computed(() => drafts.undecided(this.draft() ?? EMPTY));
  readonly silent = computed(() => ALL.filter((rule) => this.draft()?.values[rule] === undefined));
  readonly stated = computed(() => ALL.length - this.silent().length);
  readonly conflicts = computed((): readonly Contradiction[] =>
    (this.store.requirements()?.profile.contradictions ?? []).filter(
      // what a profile says instead settles them all
      () => this.draft()?.profile === null,
    ),
  );
  readonly openConflicts = computed(
    () => this.conflicts().filter(({ rule }) => this.open().includes(rule)).length,
  );
  readonly wrong = computed(() => ALL.filter((rule) => this.errorOf(rule) !== null));

  errorOf(rule: Rule) {
    return ruleError(rule, this.draft()?.values ?? {});
  }

  set(rule: Rule, value: unknown): void {
    this.edit((draft) => drafts.withValue(draft, rule, value));
  }

  confirm(rules: readonly Rule[]): void {
    this.edit((draft) => drafts.confirming(draft, rules));
  }

  undo(rule: Rule): void {
    this.edit((draft) => drafts.undone(draft, rule, this.before() ?? EMPTY));
  }

  take(profile: KnownProfile): void {
    this.edit((draft) => drafts.takenFrom(draft, profile));
  }

  stateTitlePage(field: string, text: string): void {
    this.edit((draft) => ({ ...draft, titlePage: { ...draft.titlePage, [field]: text } }));
  }

  discard(): void {
    this.draft.set(this.before());
  }

  /** @returns whether it is stored now */
  async save(): Promise<boolean> {
    const draft = this.draft();
    if (draft === null || this.wrong().length > 0) return false;
    const saved = await this.store.save(drafts.replacementOf(draft));
    this.saved.set(saved);
    return saved;
  }

  isChanged(rule: Rule): boolean {
    return drafts.isChanged(this.draft() ?? EMPTY, this.before() ?? EMPTY, rule);
  }

  private edit(change: (draft: drafts.Draft) => drafts.Draft): void {
    this.saved.set(false);
    this.draft.update((draft) => draft && change(draft));
  }
}

const EMPTY: drafts.Draft = { values: {}, decided: new Set(), titlePage: {}, profile: null };
