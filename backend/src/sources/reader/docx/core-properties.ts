import { xmlParser } from './archive/parse-xml';

/** What a Word file says of itself (ECMA-376 part 2, 11); empty where it says nothing. */
export interface CoreProperties {
  title: string;
  creator: string;
  created: string;
}

const FIELD: Readonly<Record<string, keyof CoreProperties>> = {
  'dc:title': 'title',
  'dc:creator': 'creator',
  'dcterms:created': 'created',
};

const MAX_LENGTH = 2000;

export function coreProperties(xml: string): CoreProperties {
  const properties: CoreProperties = { title: '', creator: '', created: '' };
  let field: keyof CoreProperties | undefined;
  const parser = xmlParser({
    open: (name) => {
      field = FIELD[name];
    },
    text: (text) => {
      if (field !== undefined) properties[field] = (properties[field] + text).slice(0, MAX_LENGTH);
    },
    close: () => {
      field = undefined;
    },
  });
  parser.write(xml);
  parser.end();
  return properties;
}
