import type { Extension } from 'mdast-util-from-markdown';

/** In the code of a cell, a bar is no end of the cell where a backslash stands before it. */
const ESCAPES = /\\([\\|])/g;

/**
 * Tables as mdast-util-gfm-table reads them. It writes them as well, with forty files that it loads for
 * that alone.
 */
export const tablesFromMarkdown: Extension = {
  enter: {
    table(token) {
      const align = (token._align ?? []).map((side) => (side === 'none' ? null : side));
      this.enter({ type: 'table', align, children: [] }, token);
    },
    tableRow(token) {
      this.enter({ type: 'tableRow', children: [] }, token);
    },
    tableHeader(token) {
      this.enter({ type: 'tableCell', children: [] }, token);
    },
    tableData(token) {
      this.enter({ type: 'tableCell', children: [] }, token);
    },
  },
  exit: {
    table(token) {
      this.exit(token);
    },
    tableRow(token) {
      this.exit(token);
    },
    tableHeader(token) {
      this.exit(token);
    },
    tableData(token) {
      this.exit(token);
    },
    codeText(token) {
      const code = this.resume();
      const node = this.stack.at(-1);
      const inTable = this.stack.some(({ type }) => type === 'table');
      const unescaped = (all: string, escaped: string) => (escaped === '|' ? '|' : all);
      if (node?.type === 'inlineCode') {
        node.value = inTable ? code.replace(ESCAPES, unescaped) : code;
      }
      this.exit(token);
    },
  },
};
