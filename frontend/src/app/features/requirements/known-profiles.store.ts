import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { deleteFormattingProfile, listFormattingProfiles } from '../../api/generated/functions';
import type { KnownProfile } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';

/** Profiles to choose from: those of one's university first, then the ready-made ones. */
@Injectable()
export class KnownProfilesStore {
  private readonly api = inject(Api);

  /** Null until they have been loaded. */
  readonly profiles = signal<readonly KnownProfile[] | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(): Promise<void> {
    await this.run(async () => {
      this.profiles.set((await this.api.invoke(listFormattingProfiles)).items);
    });
  }

  add(profile: KnownProfile): void {
    this.profiles.update((profiles) => profiles && [profile, ...profiles]);
  }

  /** @returns whether it is shared no more */
  async remove({ id }: KnownProfile): Promise<boolean> {
    return this.run(async () => {
      await this.api.invoke(deleteFormattingProfile, { profileId: id });
      this.profiles.update((all) => all && all.filter((one) => one.id !== id));
    });
  }

  private async run(step: () => Promise<void>): Promise<boolean> {
    this.problem.set(null);
    try {
      await step();
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    }
  }
}
