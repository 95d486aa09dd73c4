import { Transform } from 'prosemirror-transform';
import { StoredMarkdown } from '../editor/markdown/stored-markdown';
import { findIn, type Query } from '../editor/plugins/finding';
import { schema } from '../editor/schema';

/** How often a text has what is looked for, outside citations and formulas. */
export function countIn(markdown: string, query: Query): number {
  const isThere = markdown.toLowerCase().includes(query.text.toLowerCase());
  // reading a text costs more than looking for a word; marks may stand between its letters
  if (query.text === '' || (!isThere && !/[*_\\\n]/.test(markdown))) return 0;
  return findIn(new StoredMarkdown(markdown).doc, query).length;
}

/** The text with every place replaced; what stands around them is left as it is stored. */
export function replacedIn(markdown: string, query: Query, replacement: string): string {
  const stored = new StoredMarkdown(markdown);
  const transform = new Transform(stored.doc);
  for (const { from, to } of findIn(stored.doc, query).reverse()) {
    const marks = stored.doc.resolve(from + 1).marks();
    if (replacement === '') transform.delete(from, to);
    else transform.replaceWith(from, to, schema.text(replacement, marks));
  }
  return stored.write(transform.doc);
}
