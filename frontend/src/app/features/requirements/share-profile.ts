import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Notice } from '../../ui/notice/notice';
import { KnownProfilesStore } from './known-profiles.store';
import { RequirementsStore } from './requirements.store';
import { RulesForm } from './rules-form';

/** The shortest name that the API takes. */
const MIN_LETTERS = 3;

/** Gives the rules, as they are stored, to whoever is of the same university. */
@Component({
  selector: 'tg-share-profile',
  imports: [Button, Field, FieldControl, Notice, TranslocoDirective],
  templateUrl: './share-profile.html',
})
export class ShareProfile {
  private readonly profiles = inject(KnownProfilesStore);
  protected readonly store = inject(RequirementsStore);
  protected readonly form = inject(RulesForm);

  protected readonly name = signal('');
  protected readonly tooShort = signal(false);
  protected readonly shared = signal<string | null>(null);

  protected async share(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    this.tooShort.set(name.length < MIN_LETTERS);
    this.shared.set(null);
    if (this.tooShort()) return;
    const profile = await this.store.share(name);
    if (profile === null) return;
    this.profiles.add(profile);
    this.shared.set(profile.name);
    this.name.set('');
  }
}
