import type { XmlNode } from 'citeproc';

const isLayout = ({ name }: XmlNode) => name === 'layout';

function inEach(layout: XmlNode, locales: readonly string[]): XmlNode[] {
  return locales.map((locale) => ({ ...layout, attrs: { ...layout.attrs, locale } }));
}

/**
 * The style with its bibliography worded in the language of each source, where that is one of
 * `locales`: DSTU 8302 asks for `P. 12` under an English title and `С. 12` under a Ukrainian one.
 * CSL has no means for it; citeproc's layouts of a locale do, so the style's file stays plain CSL.
 */
export function bySourceLanguage(style: XmlNode, locales: readonly string[]): XmlNode {
  const children = style.children.map((child) => {
    if (typeof child === 'string' || child.name !== 'bibliography') return child;
    const parts = child.children.flatMap((part) =>
      typeof part !== 'string' && isLayout(part) ? [...inEach(part, locales), part] : [part],
    );
    return { ...child, children: parts };
  });
  return { ...style, children };
}
