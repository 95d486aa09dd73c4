/** A place that cites in a way that points to no source of the document. */
export interface OtherForm {
  start: number;
  /** Exclusive. */
  end: number;
  /** Plain words for the writer. */
  message: string;
}

const WRITE_AS = 'Write it as [@key] or [@key, p. 12].';
const UNRESOLVED = `This is not a citation that can be resolved. ${WRITE_AS}`;
const NO_LIST = 'The list of references is made from the citations. Leave it out of the text.';

const NUMBERS = String.raw`\d{1,3}(?:\s{0,2}[,;–-]\s{0,2}\d{1,3}){0,50}`;
const RAISED = '[¹²³⁰⁴⁵⁶⁷⁸⁹]';

const FORMS: readonly (readonly [RegExp, string])[] = [
  // `[12]` or `[3, 5-7]`: a reference number, also as the text of a link
  [new RegExp(String.raw`(?<![\\!])\[${NUMBERS}\]`, 'g'), UNRESOLVED],
  [/[【〔⟦]\s*\d{1,3}[^】〕⟧\n]{0,80}[】〕⟧]?/g, UNRESOLVED],
  // A raised number, not the square of a short unit or symbol
  [new RegExp(`(?<=\\p{L}{4}|[.,;:!?”"»)])${RAISED}+(?:[,–-]${RAISED}+)*`, 'gu'), UNRESOLVED],
  [/\^\d{1,3}(?:[,–-]\d{1,3})*\^/g, UNRESOLVED],
  // Footnotes: `[^1]` and `^[See …]`
  [/\[\^[^\]\s]{0,200}\]:?/g, UNRESOLVED],
  [/\^\[[^\]\n]{0,500}\]?/g, UNRESOLVED],
  // LaTeX: `\cite{key}`, `\parencite[12]{key}`
  [
    /\\(?:[a-z]{0,8}cite[a-z]{0,8}|bibitem|footnote(?:text|mark)?)\*?(?:\s{0,2}\[[^\]\n]{0,200}\]){0,3}(?:\s{0,2}\{[^}\n]{0,300}\}?)?/gi,
    UNRESOLVED,
  ],
  // HTML that refers or hides
  [/<\/?\s{0,3}(?:a|cite|ref|references|sup|footnote|note)\b[^>\n]{0,500}>?/gi, UNRESOLVED],
  [/<!--[^]*?(?:-->|$)/g, 'A comment would hide what it says. Leave it out.'],
  // What points to a citation somewhere before
  [
    /[([]\s{0,3}(?:(?:see|vgl\.|cf\.)\s{1,3})?(?:ibid|ibidem|ebd|ebenda|op\.\s?cit|loc\.\s?cit|там само|tamtéž)(?![\p{L}])[^()[\]\n]{0,200}[)\]]/giu,
    UNRESOLVED,
  ],
  [
    /[([]\s{0,3}(?:citation needed|source needed|ref(?:erence)?\s*\??|citation|source|quelle|джерело)\s{0,3}[)\]]/giu,
    UNRESOLVED,
  ],
  // A bracket with a sign that is no citation and no address: `[x@key]`, `[\@key]`
  [
    /(?<!\\)\[(?![^[\]\n]{0,300}@[^\s[\]@]{1,200}\.\p{L}{2,})[^[\]\n@]{0,300}[\p{L}\p{N}\\.+]-?@[^[\]\n]{0,300}\]/gu,
    UNRESOLVED,
  ],
];

const LIST_TITLE = String.raw`references?|reference list|bibliography|works cited|literature cited|sources|literatur(?:verzeichnis|hinweise)?|quellen(?:verzeichnis)?|bibliograf[íi]a|bibliografia|riferimenti(?: bibliografici)?|r[ée]f[ée]rences?(?: bibliographiques)?|bibliographie|referencias(?: bibliogr[áa]ficas)?|fuentes|fonti|sources|(?:список\s+)?(?:використаних\s+|використаної\s+)?(?:літератур[аи]|джерел[а]?)|бібліографія|(?:seznam\s+|použitá\s+)*literatur[ay]|bibliografie|zdroje`;

/** A heading of its own line, as `## References`, `**References**` or `References:`. */
const LIST_HEADING = new RegExp(
  String.raw`^[ \t]{0,3}(?:#{1,6}[ \t]{1,4}|\*{1,3}|_{1,3})?(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t]{1,4})?(?:${LIST_TITLE})[ \t*_:]{0,12}$`,
  'gimu',
);
const NEXT_HEADING = /^#{1,6}[ \t]/m;

/** The headings of lists of references, each with everything under it. */
function referenceLists(text: string): OtherForm[] {
  const lists: OtherForm[] = [];
  for (const { index, 0: heading } of text.matchAll(LIST_HEADING)) {
    if (index < (lists.at(-1)?.end ?? 0)) continue;
    const after = index + heading.length;
    const next = text.slice(after).search(NEXT_HEADING);
    lists.push({ start: index, end: next === -1 ? text.length : after + next, message: NO_LIST });
  }
  return lists;
}

/** Everything in a text that cites in another form than Pandoc's, whatever it names. */
export function otherForms(text: string): OtherForm[] {
  const found = FORMS.flatMap(([form, message]) =>
    [...text.matchAll(form)].map(({ index, 0: match }) => {
      return { start: index, end: index + match.length, message };
    }),
  );
  return [...found, ...referenceLists(text)];
}
