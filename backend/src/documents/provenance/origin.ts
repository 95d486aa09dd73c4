/** What can leave a whole text of a section behind. */
export const VERSION_STEPS = ['draft', 'polish', 'edit'] as const;

export type VersionStep = (typeof VERSION_STEPS)[number];

/** A suggestion leaves parts of one: those that a person has taken over into an edit. */
export const ORIGIN_STEPS = [...VERSION_STEPS, 'suggestion'] as const;

export type OriginStep = (typeof ORIGIN_STEPS)[number];

/** Who brought a part of a text into being, and how. */
export interface Origin {
  step: OriginStep;
  /** The model's id; null for a person. */
  writer: string | null;
  /** Of the task and rules that the model was given; null for a person. */
  promptVersion: number | null;
  /** The section's version that this part came with. */
  version: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** A part of a text; offsets are UTF-16 code units of its Markdown. */
export interface Span {
  start: number;
  /** Exclusive. */
  end: number;
  /** Index into the origins. */
  origin: number;
}

/** Where every character of a text is from: the spans lie one after the other without a gap. */
export interface Provenance {
  origins: Origin[];
  spans: Span[];
}

export interface OwnedText extends Provenance {
  content: string;
}

export const NO_TEXT: OwnedText = { content: '', origins: [], spans: [] };
