/** Shape of a DOI (ISO 26324): a registrant's number and whatever suffix it gave. */
const DOI = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]{1,200}/;

/** The bare DOI in a text such as `https://doi.org/10.1000/182`; undefined if there is none. */
export function normaliseDoi(text: string): string | undefined {
  return DOI.exec(text.normalize('NFC'))?.[0].replace(/[.,;]+$/, '');
}
