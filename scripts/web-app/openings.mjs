// @ts-check
import { scriptOf, withImports } from './stats.mjs';

/** As `frontend/src/app/core/i18n/languages.ts` has them. */
export const LANGUAGES = /** @type {const} */ (['en', 'uk', 'it']);

/** @typedef {(typeof LANGUAGES)[number]} Language */

/**
 * A page that many visits begin with.
 *
 * @typedef {object} Opening
 * @property {string} name of its file; the page's path but for the first page's, which is `index`
 * @property {readonly string[]} sources of what its route loads, below `frontend/src/app/features`
 * @property {readonly string[]} texts folders of `frontend/src/i18n`
 * @property {readonly Face[]} faces that what one sees first is set in
 *
 * @typedef {(typeof FACES)[keyof typeof FACES]} Face
 */

/** File names of the packages of the fonts. */
const FACES = /** @type {const} */ ({
  sans: ['source-sans-3', 'wght-normal'],
  text: ['literata', '400-normal'],
  heading: ['literata', '600-normal'],
});

/** @type {readonly Opening[]} */
export const OPENINGS = [
  {
    name: 'index',
    sources: ['landing/landing-page.ts'],
    texts: ['shell', 'landing'],
    faces: [FACES.sans, FACES.heading, FACES.text],
  },
  {
    name: 'documents',
    sources: ['documents/documents.routes.ts', 'documents/list/document-list-page.ts'],
    texts: ['shell', 'common', 'documents'],
    faces: [FACES.sans, FACES.heading],
  },
];

export const MAIN = 'frontend/src/main.ts';

/** What `main` asks for at once, on every page. */
const APP = 'frontend/src/bootstrap.ts';

/**
 * What an opening shares with other pages and needs beside the app: small things, which are not
 * worth a request each.
 *
 * @param {import('./stats.mjs').Outputs} outputs
 * @returns {string[][]} scripts, by opening; what two openings need goes with the first
 */
export function sharedByOpenings(outputs) {
  const placed = new Set(withImports(outputs, [scriptOf(outputs, MAIN), scriptOf(outputs, APP)]));
  return OPENINGS.map(({ sources }) => {
    const own = sources.map((source) => scriptOf(outputs, inFeatures(source)));
    const shared = withImports(outputs, own).filter(
      (name) => !placed.has(name) && !own.includes(name),
    );
    for (const name of shared) placed.add(name);
    return shared;
  });
}

/** @param {string} source */
const inFeatures = (source) => `frontend/src/app/features/${source}`;

/** The writing system of a language comes beside the Latin one: `TesiGo`, figures, spaces. */
const SCRIPTS = { en: ['latin'], it: ['latin'], uk: ['latin', 'cyrillic'] };

/**
 * What was built.
 *
 * @typedef {object} Build
 * @property {import('./stats.mjs').Outputs} outputs
 * @property {string} html of any page
 * @property {readonly string[]} fonts names of files
 */

/** @param {Build} build @returns {string} the page that stands for all others */
export const withApp = ({ outputs, html }) => withScripts(html, outputs, [APP]);

/**
 * Says to the browser what the page will ask for, so that it need not find out file by file, a
 * round trip each: scripts of the route, texts of the language, fonts.
 *
 * @param {Opening} opening
 * @param {Language} language a guess; one that is wrong costs the reader a few kilobytes
 * @param {Build} build
 * @returns {string} the page
 */
export function withHints({ sources, texts, faces }, language, { outputs, html, fonts }) {
  const files = [
    ...sources.map(inFeatures),
    ...texts.map((part) => `frontend/src/i18n/${part}/${language}.json`),
  ];
  const wanted = faces.flatMap(([family, style]) =>
    SCRIPTS[language].map((script) => `${family}-${script}-${style}-`),
  );
  const links = wanted.map((start) => {
    const font = fonts.find((name) => name.startsWith(start) && name.endsWith('.woff2'));
    if (font === undefined) throw new Error(`The build has no font ${start}….`);
    return `<link rel="preload" as="font" type="font/woff2" crossorigin href="media/${font}">`;
  });
  return atTheEnd(withScripts(html, outputs, [APP, ...files]), links);
}

/** @param {string} html @param {import('./stats.mjs').Outputs} outputs @param {string[]} files */
function withScripts(html, outputs, files) {
  const scripts = withImports(
    outputs,
    files.map((file) => scriptOf(outputs, file)),
  );
  // those that stand in the page already are asked for anyway
  const wanted = scripts.filter((script) => !html.includes(`"${script}"`));
  return atTheEnd(
    html,
    wanted.map((script) => `<link rel="modulepreload" href="${script}">`),
  );
}

/** @param {string} html @param {readonly string[]} links */
const atTheEnd = (html, links) => html.replace('</body>', () => `${links.join('')}</body>`);
