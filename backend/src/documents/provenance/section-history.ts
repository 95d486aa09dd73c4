import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Section } from '../dto/section';
import type { SectionText, Stage } from '../section-text';
import { carryOrigins, reassign } from './carry-origins';
import { creditSuggestions } from './credit-suggestions';
import { NO_TEXT, type Origin, type OwnedText } from './origin';
import { type LatestVersion, VersionsRepository } from './versions.repository';

/** Edits within this time are one: an editor stores every few seconds. */
const ONE_EDIT_MS = 10 * 60_000;

const isPersonal = ({ step }: Pick<Stage, 'step'>): boolean => step === 'edit';

function gathers(latest: LatestVersion | undefined, stages: readonly Stage[]): boolean {
  if (latest === undefined || !isPersonal(latest) || !stages.every(isPersonal)) return false;
  return Date.now() - latest.beganAt.getTime() < ONE_EDIT_MS;
}

/** Keeps each text that a section gets, with where its parts are from. */
@Injectable()
export class SectionHistory {
  constructor(private readonly versions: VersionsRepository) {}

  /**
   * Within the transaction that has stored `text` as `saved`.
   * @param from what a person started from; the section's latest text when left out
   */
  async record(
    manager: EntityManager,
    saved: Section,
    { documentId, stages, evidence, plan }: SectionText,
    from?: OwnedText,
  ): Promise<void> {
    const latest = await this.versions.latest(manager, saved.id);
    // what is about to be replaced by an earlier text may be wanted back itself
    const gathered = from === undefined && gathers(latest, stages) ? latest : undefined;
    if (gathered !== undefined) await this.versions.remove(manager, gathered.id);
    const at = new Date().toISOString();
    const originOf = ({ step, writer, promptVersion }: Stage): Origin => {
      return { step, writer, promptVersion, version: saved.version, at };
    };
    // A model begins anew, a person goes on
    let text = stages.every(isPersonal)
      ? (from ?? startOf(latest, gathered, stages, originOf))
      : NO_TEXT;
    for (const stage of stages) {
      const { content, takenOver = [] } = stage;
      const own = originOf(stage);
      const edited = { content, ...carryOrigins(text, content, own) };
      text = { content, ...creditSuggestions(text.content, edited, own, takenOver) };
    }
    const { content, origins, spans } = text;
    const { step = 'edit', writer = null } = stages.at(-1) ?? {};
    await this.versions.insert(manager, {
      documentId,
      sectionId: saved.id,
      title: saved.title,
      version: saved.version,
      step,
      writer,
      content,
      provenance: { origins, spans },
      evidence,
      beganAt: gathered?.beganAt ?? null,
      plan: plan === undefined ? await this.versions.planned(manager, documentId, saved.id) : plan,
    });
  }
}

/** The latest text; what the edits that are gathered have changed becomes part of this one. */
function startOf(
  latest: LatestVersion | undefined,
  gathered: LatestVersion | undefined,
  [stage]: readonly Stage[],
  originOf: (stage: Stage) => Origin,
): OwnedText {
  if (latest === undefined) return NO_TEXT;
  const { content, provenance } = latest;
  if (gathered === undefined || stage === undefined) return { content, ...provenance };
  const isGathered = ({ step, version }: Origin) => step === 'edit' && version === gathered.version;
  return { content, ...reassign(provenance, isGathered, originOf(stage)) };
}
