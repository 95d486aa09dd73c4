import type { PassageDraft } from '../passages/passage';
import type { Reading, RefusedEntry, SourceDraft, TextParagraph } from './reading';

/**
 * A piece of a reading, small enough to go from process to process without keeping either from
 * anything else for more than some milliseconds.
 */
export interface ReadingPart {
  /** Further passages of the draft with which the last part ended. */
  more: PassageDraft[];
  drafts: SourceDraft[];
  refused: RefusedEntry[];
  paragraphs?: TextParagraph[];
}

const MAX_ITEMS = 100;
/** Characters of it as JSON. */
const MAX_SIZE = 64 * 1024;

type Piece =
  | { kind: 'more'; value: PassageDraft }
  | { kind: 'drafts'; value: SourceDraft }
  | { kind: 'refused'; value: RefusedEntry }
  | { kind: 'paragraphs'; value: TextParagraph };

function* piecesOf({ drafts, refused, paragraphs = [] }: Reading): Generator<Piece> {
  for (const draft of drafts) {
    yield { kind: 'drafts', value: { ...draft, passages: [] } };
    for (const value of draft.passages) yield { kind: 'more', value };
  }
  for (const value of refused) yield { kind: 'refused', value };
  for (const value of paragraphs) yield { kind: 'paragraphs', value };
}

const emptyPart = (): ReadingPart => ({ more: [], drafts: [], refused: [] });

function put(part: ReadingPart, { kind, value }: Piece): void {
  if (kind === 'drafts') part.drafts.push(value);
  else if (kind === 'refused') part.refused.push(value);
  else if (kind === 'paragraphs') (part.paragraphs ??= []).push(value);
  else (part.drafts.at(-1)?.passages ?? part.more).push(value);
}

/** The parts of a reading, in order. */
export function* partsOf(reading: Reading): Generator<ReadingPart> {
  let part = emptyPart();
  let size = 0;
  let items = 0;
  for (const piece of piecesOf(reading)) {
    const length = JSON.stringify(piece.value).length;
    if (items > 0 && (items >= MAX_ITEMS || size + length > MAX_SIZE)) {
      yield part;
      part = emptyPart();
      size = 0;
      items = 0;
    }
    put(part, piece);
    size += length;
    items += 1;
  }
  yield part;
}

/** Puts parts together again, which have to come in their order. */
export class ReadingParts {
  readonly reading: Reading = { drafts: [], refused: [] };

  add({ more, drafts, refused, paragraphs }: ReadingPart): void {
    this.reading.drafts.at(-1)?.passages.push(...more);
    this.reading.drafts.push(...drafts);
    this.reading.refused.push(...refused);
    if (paragraphs !== undefined) (this.reading.paragraphs ??= []).push(...paragraphs);
  }
}
