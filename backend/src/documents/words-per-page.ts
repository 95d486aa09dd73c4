/** Words on a page as the exports set it (A4, 12 pt, line spacing 1.5), headings included. */
export const WORDS_PER_PAGE = 350;
