// @ts-check
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const LINK = /<link rel="stylesheet" href="([\w-]+\.css)">/;

/**
 * Puts the style sheet into the page: nothing can be painted before it, and to ask for it takes a
 * round trip in which the few kilobytes are there already.
 *
 * @param {string} folder of the built pages
 * @param {string} html
 */
export async function inlineStyles(folder, html) {
  const [link, name] = LINK.exec(html) ?? [];
  if (link === undefined || name === undefined) throw new Error('The page has no style sheet.');
  const css = await readFile(join(folder, name), 'utf8');
  if (css.includes('</style')) throw new Error(`${name} would end the element that it is put in.`);
  await rm(join(folder, name));
  return html.replace(link, () => `<style>${css.trim()}</style>`);
}
