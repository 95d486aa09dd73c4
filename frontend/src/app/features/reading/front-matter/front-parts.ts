import type { FrontText } from '../../../api/generated/models';

export type FrontPart = FrontText['part'];

/** The texts in front of the chapters, in order. Each stands where the id of a section may stand. */
export const FRONT_PARTS = [
  'acknowledgements',
  'abstract',
  'second_abstract',
  'abbreviations',
] as const satisfies readonly FrontPart[];

export const isFrontPart = (sectionId: string | undefined): sectionId is FrontPart =>
  FRONT_PARTS.some((part) => part === sectionId);
