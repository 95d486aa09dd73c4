import { Injectable } from '@nestjs/common';
import type { KnownProfile, KnownProfileList, ShareProfile } from './dto/formatting-profile';
import { bareValues } from './profile/profile';
import { READY_MADE } from './ready-made/ready-made';
import { RequirementsRepository } from './requirements.repository';
import { SharedProfilesRepository } from './shared-profiles.repository';

/** Profiles to choose from: those that come with the product, and those of one's university. */
@Injectable()
export class KnownProfiles {
  constructor(
    private readonly shared: SharedProfilesRepository,
    private readonly requirements: RequirementsRepository,
  ) {}

  async list(userId: string): Promise<KnownProfileList> {
    return { items: [...(await this.shared.list(userId)), ...READY_MADE] };
  }

  /** Undefined for none, and for one that the user cannot see. */
  async find(userId: string, id: string | undefined): Promise<KnownProfile | undefined> {
    if (id === undefined) return undefined;
    const ready = READY_MADE.find((profile) => profile.id === id);
    return ready ?? (await this.shared.list(userId)).find((profile) => profile.id === id);
  }

  /**
   * Shares a document's rules with whoever has an address of the same university; only the values.
   * @throws ProblemException NOT_FOUND, CONFLICT, VALIDATION_FAILED
   */
  async share(userId: string, { documentId, name }: ShareProfile): Promise<KnownProfile> {
    const { profile } = await this.requirements.get(userId, documentId);
    return this.shared.add(userId, name, bareValues(profile.values));
  }

  /** @throws ProblemException NOT_FOUND, also for one that another has shared */
  remove(userId: string, id: string): Promise<void> {
    return this.shared.remove(userId, id);
  }
}
