const TITLES_SHOWN = 5;

/** Names sections that cite something, for a message. */
export function citedIn(sections: readonly { title: string }[]): string {
  const titles = sections.slice(0, TITLES_SHOWN).map(({ title }) => `“${title}”`);
  const more = sections.length - titles.length;
  return [...titles, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
}
