import { decodeHTML } from 'entities';

interface Span {
  start: number;
  /** Exclusive. */
  end: number;
}

/** Characters that are not seen, or that an export takes out. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}\u115F\u1160\u3164\uFFA0\u034F\uFE00-\uFE0F]/u;
const PIECE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});|[^]/gu;
/** Raised and lowered figures mean something else than plain ones. */
const RAISED = /[\u00B2\u00B3\u00B9\u2070-\u209F]/;
const EMPHASIS = /[*_~`\\]/;

/** What is seen of a piece of text; nothing of what cannot be seen. */
function shown(piece: string): string {
  const decoded = piece.length > 1 && piece.startsWith('&') ? decodeHTML(piece) : piece;
  if (INVISIBLE.test(decoded)) return '';
  if (RAISED.test(decoded)) return decoded;
  // Full-width and other compatibility forms pass for the plain ones
  const plain = decoded.normalize('NFKC');
  return plain.length === 1 ? plain : decoded;
}

/**
 * A Markdown text as a reader sees it: without what cannot be seen, its character references
 * resolved, its compatibility forms made plain. What only looks like a citation is found by what it
 * looks like, and its place in the original is known.
 */
export class VisibleText {
  private constructor(
    readonly text: string,
    /** Where in the original each of its characters begins, and at the end, where that ends. */
    private readonly places: readonly number[],
  ) {}

  static of(markdown: string): VisibleText {
    const seen: string[] = [];
    const places: number[] = [];
    for (const { index, 0: piece } of markdown.matchAll(PIECE)) {
      const characters = shown(piece);
      seen.push(characters);
      places.push(...characters.split('').map(() => index));
    }
    return new VisibleText(seen.join(''), [...places, markdown.length]);
  }

  /** The same without marks of emphasis, for reading names: `*Smith* (2031)`. */
  withoutEmphasis(): VisibleText {
    const kept = [...this.text.matchAll(/[^]/g)].filter(([character]) => !EMPHASIS.test(character));
    const places = kept.map(({ index }) => this.places[index] ?? 0);
    const text = kept.map(([character]) => character).join('');
    return new VisibleText(text, [...places, this.places.at(-1) ?? 0]);
  }

  /** Where a span of what is seen stands in the original. */
  original({ start, end }: Span): Span {
    const last = this.places.at(-1) ?? 0;
    const from = this.places[start] ?? last;
    // Up to where the next character begins: the last one may be longer there, as `&#64;` is
    return { start: from, end: Math.max(from, this.places[end] ?? last) };
  }
}
