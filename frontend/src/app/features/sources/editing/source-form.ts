import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import {
  form,
  FormField,
  FormRoot,
  maxLength,
  pattern,
  required,
  validate,
} from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { fieldError } from '../../../core/forms/field-error';
import type { Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Switch } from '../../../ui/switch/switch';
import type { HoldsChanges } from '../../workspace/unsaved.guard';
import { SourcesStore } from '../sources.store';
import { CreatorRows } from './creator-rows';
import { editOf, LINES, toFacts } from './source-facts';
import { isUsualType, USUAL_TYPES } from './source-types';

/** Corrects what is known of a source. What the API refuses it says beside the field. */
@Component({
  selector: 'tg-source-form',
  imports: [
    Button,
    CreatorRows,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    ProblemNotice,
    Switch,
    TranslocoDirective,
  ],
  templateUrl: './source-form.html',
})
export class SourceForm implements HoldsChanges {
  readonly source = input.required<Source>();
  /** Saved, or left alone. */
  readonly closed = output<'saved' | 'cancelled'>();

  private readonly store = inject(SourcesStore);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly fieldError = fieldError;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = computed(() => this.store.working().has(this.source().id));
  protected readonly types = computed(() => {
    const { type } = this.source();
    return isUsualType(type) ? USUAL_TYPES : [type, ...USUAL_TYPES];
  });
  protected readonly isUsualType = isUsualType;
  protected readonly lines = LINES;

  private readonly facts = linkedSignal(() => toFacts(this.source()));
  protected readonly form = form(
    this.facts,
    (path) => {
      required(path.title);
      maxLength(path.title, 1000);
      pattern(path.year, /^\s*\d{0,4}\s*$/);
      validate(path.creators, ({ value }) => {
        const comma = value().some(
          ({ kind, family }) => kind === 'organisation' && family.includes(','),
        );
        return comma ? { kind: 'comma' } : null;
      });
    },
    { submission: { action: () => this.save(), onInvalid: () => this.focusWrong() } },
  );
  protected readonly creatorsProblem = computed(
    () => this.problem()?.fields.find(({ pointer }) => /^\/authors(\/|$)/.test(pointer))?.message,
  );

  hasUnsavedChanges(): boolean {
    return Object.keys(editOf(this.source(), this.facts())).length > 0;
  }

  private async save(): Promise<undefined> {
    const source = this.source();
    const edit = editOf(source, this.facts());
    this.problem.set(null);
    const changed = Object.keys(edit).length > 0;
    this.problem.set(changed ? await this.store.edit(source, edit) : null);
    if (this.problem() === null) this.closed.emit(changed ? 'saved' : 'cancelled');
    else this.focusWrong();
  }

  /** Leads to the first field that has to be mended. */
  private focusWrong(): void {
    const focus = () => this.element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
