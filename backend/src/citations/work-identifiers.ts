/** An identifier of a work, as it stands in a text. */
export interface WorkIdentifier {
  start: number;
  /** Exclusive. */
  end: number;
  /** Lower case, without the resolver's address. */
  value: string;
}

const DOI = /(?<![\p{L}\p{N}.])10\.\d{4,9}\/[^\s"'<>()[\]{}|`*]{1,200}/giu;
const ARXIV = /\barxiv\s{0,2}[:/]\s{0,2}(?:abs\/)?\d{4}\.\d{4,5}(?:v\d+)?/giu;
const PUBMED = /\bpm(?:id|c)\s{0,2}:?\s{0,2}\d{5,9}\b/giu;
const ISBN = /\bisbn(?:-1[03])?\s{0,2}:?\s{0,2}[\d][\d\s-]{8,16}[\dx]\b/giu;

/** Every DOI, arXiv, PubMed and book number of a text. */
export function workIdentifiers(text: string): WorkIdentifier[] {
  return [DOI, ARXIV, PUBMED, ISBN].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => {
      const value = match.replace(/[.,;:!?]+$/, '');
      return { start: index, end: index + value.length, value: value.toLowerCase() };
    }),
  );
}
