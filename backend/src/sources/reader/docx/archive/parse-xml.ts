import { Parser } from 'htmlparser2';
import { UnreadableFile } from '../../reading';
import { DAMAGED } from './refusals';

/** Deeper than Word nests even tables in tables; the parser looks through all that are open. */
const MAX_DEPTH = 500;

const NESTED = 'The Word file is nested too deeply to be read. Save it anew from Word.';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlEvents {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

export interface XmlParser {
  write: (xml: string) => void;
  /** @throws UnreadableFile when elements are still open */
  end: () => void;
}

/**
 * A parser that is written to piece by piece and builds no tree; it knows the five entities of XML
 * and numbers, and loads nothing.
 */
export function xmlParser({ open, text, close }: XmlEvents): XmlParser {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw new UnreadableFile('DAMAGED', NESTED);
        open?.(name, attributes);
      },
      ontext: (part) => text?.(part),
      onclosetag(name) {
        depth -= 1;
        close?.(name);
      },
    },
    { xmlMode: true },
  );
  return {
    write: (xml) => {
      parser.write(xml);
    },
    end: () => {
      if (depth > 0) throw new UnreadableFile('DAMAGED', DAMAGED);
      parser.end();
    },
  };
}

/** The attributes of each element of that name, whatever its prefix. */
export function elementsIn(xml: string, localName: string): Attributes[] {
  const found: Attributes[] = [];
  const parser = xmlParser({
    open: (name, attributes) => {
      if (name.replace(/^.*:/, '') === localName) found.push(attributes);
    },
  });
  parser.write(xml);
  parser.end();
  return found;
}
