import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Badge } from '../../ui/badge/badge';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import type { HoldsChanges } from '../workspace/unsaved.guard';
import { KnownProfilesStore } from './known-profiles.store';
import { type Rule, RULE_GROUPS } from './profile/rules';
import { ValueText } from './profile/value-text';
import { RequirementsStore } from './requirements.store';
import { RulesForm } from './rules-form';
import { ShareProfile } from './share-profile';
import { StartRules } from './start/start-rules';
import { ConflictList } from './values/conflict-list';
import { RuleRow } from './values/rule-row';
import { TitlePageFields } from './values/title-page-details';
import { warningsOf } from './warning-text';

/** The rules of the university: where they come from, what they say, and what the student says. */
@Component({
  selector: 'tg-requirements-page',
  imports: [
    Badge,
    Button,
    ConflictList,
    Icon,
    Notice,
    ProblemNotice,
    RouterLink,
    RuleRow,
    ShareProfile,
    StartRules,
    TitlePageFields,
    TranslocoDirective,
  ],
  templateUrl: './requirements-page.html',
  styleUrls: ['./requirements.css', './values/values.css'],
  encapsulation: ViewEncapsulation.None,
  providers: [KnownProfilesStore, RulesForm],
  host: { '(window:beforeunload)': 'onUnload($event)' },
})
export class RequirementsPage implements HoldsChanges {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(RequirementsStore);
  protected readonly form = inject(RulesForm);
  protected readonly texts = inject(ValueText);
  protected readonly groups = RULE_GROUPS;

  protected readonly warnings = computed(() =>
    warningsOf(this.store.requirements()?.warnings ?? []),
  );
  /** Contradictions are for the student to settle one by one. */
  protected readonly confirmable = computed(() => {
    const disputed = new Set(this.form.conflicts().map(({ rule }) => rule));
    return this.form.open().filter((rule) => !disputed.has(rule));
  });

  constructor() {
    void inject(KnownProfilesStore).load();
  }

  hasUnsavedChanges(): boolean {
    return this.form.changed();
  }

  protected onUnload(event: Event): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  protected focusRule(rule: Rule): void {
    const row = this.element.querySelector(`[id="rule-${rule}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
  }

  protected async save(): Promise<void> {
    const [wrong] = this.form.wrong();
    if (wrong !== undefined) this.focusRule(wrong);
    else await this.form.save();
  }

  /** The button goes away with what it is about; the focus goes to the heading of the rules. */
  protected confirmAll(): void {
    this.form.confirm(this.confirmable());
    const focus = () =>
      this.element.querySelector<HTMLElement>('.rules-actions .tg-button-primary')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
