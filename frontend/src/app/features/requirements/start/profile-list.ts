import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KnownProfile } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { KnownProfilesStore } from '../known-profiles.store';
import { RulesForm } from '../rules-form';

/** The profiles to take: shared ones and ready-made ones, each with where its rules are published. */
@Component({
  selector: 'tg-profile-list',
  imports: [Button, Icon, ProblemNotice, ToolButton, TranslocoDirective],
  templateUrl: './profile-list.html',
})
export class ProfileList {
  private readonly form = inject(RulesForm);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly locale = inject(Locale);
  protected readonly store = inject(KnownProfilesStore);

  protected readonly wish = signal('');
  /** What has just been done, and with which profile. */
  protected readonly done = signal<{ what: 'taken' | 'removed'; name: string } | null>(null);
  protected readonly kinds = computed(() => {
    const fitting = (this.store.profiles() ?? []).filter((profile) => this.fits(profile));
    return [
      { id: 'shared', profiles: fitting.filter(({ shared }) => shared) },
      { id: 'ready', profiles: fitting.filter(({ shared }) => !shared) },
    ].filter(({ profiles }) => profiles.length > 0);
  });

  protected readonly ruleCount = ({ formatting }: KnownProfile) => Object.keys(formatting).length;

  protected take(profile: KnownProfile): void {
    this.form.take(profile);
    this.done.set({ what: 'taken', name: profile.name });
  }

  /** The row goes away with its button; the focus stays with the profiles. */
  protected async remove(profile: KnownProfile): Promise<void> {
    if (!(await this.store.remove(profile))) return;
    this.done.set({ what: 'removed', name: profile.name });
    this.element.querySelector<HTMLElement>('input')?.focus();
  }

  private fits({ name, source }: KnownProfile): boolean {
    const text = `${name} ${source?.title ?? ''}`.toLowerCase();
    return this.wish()
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  }
}
