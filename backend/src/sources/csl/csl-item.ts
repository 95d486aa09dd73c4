import { DATE_VARIABLES, NAME_VARIABLES, TEXT_VARIABLES } from './variables';

/** A person or an organisation; organisations have only `literal`. */
export interface CslName {
  family?: string;
  given?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/** One date or, with two parts lists, a range; parts are year, month, day. */
export interface CslDate {
  'date-parts'?: number[][];
  season?: number;
  circa?: boolean;
  literal?: string;
}

type TextVariables = Partial<Record<(typeof TEXT_VARIABLES)[number], string>>;
type NameVariables = Partial<Record<(typeof NAME_VARIABLES)[number], CslName[]>>;
type DateVariables = Partial<Record<(typeof DATE_VARIABLES)[number], CslDate>>;

/**
 * A bibliographic record in CSL-JSON (CSL 1.0.2), cleaned: plain text without control characters
 * or HTML other than the inline tags that CSL defines for titles. `id` is the source's key.
 */
export type CslItem = { id: string; type: string } & TextVariables & NameVariables & DateVariables;
