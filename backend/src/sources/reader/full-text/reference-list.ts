const NUMBER = String.raw`(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.?)?\s*`;

const HEADING = new RegExp(
  `^${NUMBER}(?:references(?: cited)?|bibliography|works cited|literature(?: cited)?|literatur|` +
    'literaturverzeichnis|quellenverzeichnis|bibliographie|références(?: bibliographiques)?|' +
    'bibliografía|referencias(?: bibliográficas)?|bibliografia|riferimenti(?: bibliografici)?|' +
    'література|список (?:використаних|використаної|літератури).{0,40}|' +
    'seznam (?:použité )?literatury|literatura|použitá literatura):?$',
  'iu',
);
const AFTERMATH = new RegExp(
  `^${NUMBER}(?:appendix|appendices|annex|anhang|annexe|apéndice|anexo|appendice|allegato|` +
    'додат(?:ок|ки)|příloh[ay]|supplement(?:ary)?)\\b',
  'iu',
);
const YEAR = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/g;

interface Place {
  page: number;
  paragraph: number;
}

/** A list of references names a year at least this often in its first part. */
const MIN_YEARS = 3;
const FIRST_PART = 1500;

function after(pages: readonly string[][], { page, paragraph }: Place): string[] {
  const rest = pages[page]?.slice(paragraph + 1) ?? [];
  return [...rest, ...pages.slice(page + 1, page + 3).flat()];
}

function findHeading(pages: readonly string[][]): Place | undefined {
  for (let page = pages.length - 1; page >= Math.floor(pages.length * 0.4); page -= 1) {
    const paragraph = pages[page]?.findLastIndex((text) => HEADING.test(text)) ?? -1;
    if (paragraph === -1) continue;
    const list = after(pages, { page, paragraph }).join(' ').slice(0, FIRST_PART);
    if ((list.match(YEAR)?.length ?? 0) >= MIN_YEARS) return { page, paragraph };
  }
  return undefined;
}

/**
 * Removes the list of references, up to an appendix or the end: it is in the later part of the
 * text, under a heading that says so, and what follows names years. Else nothing is removed.
 */
export function withoutReferenceList(pages: readonly string[][]): string[][] {
  const heading = findHeading(pages);
  if (heading === undefined) return [...pages];
  let inside = false;
  return pages.map((paragraphs, page) =>
    paragraphs.filter((text, paragraph) => {
      if (page === heading.page && paragraph === heading.paragraph) inside = true;
      else if (inside && AFTERMATH.test(text)) inside = false;
      return !inside;
    }),
  );
}
