/** An identifier of a work, as it stands in a text. */
export interface WorkIdentifier {
  start: number;
  /** Exclusive. */
  end: number;
  /** Lower case, without the resolver's address. */
  value: string;
}

const DOI = /(?<![\p{L}\p{N}.])10\.\d{4,9}\/[^\s"'<>()[\]{}|`*]+/giu;
const ARXIV = /\barxiv\s*[:/]\s*(?:abs\/)?\d{4}\.\d{4,5}(?:v\d+)?/giu;
const PUBMED = /\bpm(?:id|c)\s*:?\s*\d{5,9}\b/giu;
const ISBN = /\bisbn(?:-1[03])?\s*:?\s*[\d][\d\s-]{8,16}[\dx]\b/giu;

/** Every DOI, arXiv, PubMed and book number of a text. */
export function workIdentifiers(text: string): WorkIdentifier[] {
  return [DOI, ARXIV, PUBMED, ISBN].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => {
      const value = match.replace(/[.,;:!?]+$/, '');
      return { start: index, end: index + value.length, value: value.toLowerCase() };
    }),
  );
}
