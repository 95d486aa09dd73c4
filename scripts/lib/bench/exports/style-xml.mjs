// @ts-check

/** @typedef {{ name: string, attrs: Record<string, string>, children: (Node | string)[] }} Node */

const ESCAPES = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
});

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/**
 * A CSL style as the file that other programs read.
 *
 * @param {Node | string} node
 * @returns {string}
 */
export function styleXml(node) {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attrs).map(
    ([key, value]) => ` ${key}="${escaped(value)}"`,
  );
  const inside = node.children.map(styleXml).join('');
  return `<${node.name}${attributes.join('')}>${inside}</${node.name}>`;
}
