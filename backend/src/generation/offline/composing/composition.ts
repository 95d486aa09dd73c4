import { renderCitation } from '../../../citations';
import type { Candidate } from '../material/candidate';
import type { Phrases } from '../phrases';

/**
 * What a paragraph is made of.
 * - `connecting`: orders and announces, says nothing about the subject
 * - `pointer`: a connecting sentence that names the sources it speaks of
 * - `copied`: sentences of one source and page, literal, under one citation
 */
export type Piece =
  | { kind: 'connecting'; text: string }
  | { kind: 'pointer'; text: string; keys: readonly string[] }
  | { kind: 'copied'; sentences: readonly Candidate[] };

export type Paragraph = readonly Piece[];

interface Cited {
  key: string;
  page: number | null;
}

function cite(cited: readonly Cited[]): string {
  return renderCitation(
    cited.map(({ key, page }) => ({
      key,
      prefix: '',
      locator: page === null ? null : { label: 'page', value: String(page) },
      suffix: '',
      suppressAuthor: false,
    })),
  );
}

/** The full stop goes behind the citation; a question or exclamation mark stays with its sentence. */
function citeAtEnd(text: string, citation: string): string {
  return `${text.replace(/\.$/, '')} ${citation}.`;
}

function quote(text: string, [open, close]: Phrases['quotes']): string {
  return `${open}${text.replace(/\.$/, '')}${close}`;
}

function renderPiece(piece: Piece, { quotes }: Phrases): string {
  if (piece.kind === 'connecting') return piece.text;
  if (piece.kind === 'pointer') {
    const cited = piece.keys.map((key) => ({ key, page: null }));
    return piece.keys.length === 0 ? piece.text : citeAtEnd(piece.text, cite(cited));
  }
  const [first] = piece.sentences;
  if (first === undefined) return '';
  const text = piece.sentences.map((sentence) => sentence.text).join(' ');
  return citeAtEnd(first.quoted ? quote(text, quotes) : text, cite([first]));
}

/** The Markdown of a text. */
export function render(paragraphs: readonly Paragraph[], phrases: Phrases): string {
  return paragraphs
    .map((pieces) => pieces.map((piece) => renderPiece(piece, phrases)).join(' '))
    .join('\n\n');
}
