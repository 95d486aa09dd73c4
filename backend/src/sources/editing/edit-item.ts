import { parse } from '@citation-js/name';
import { validationProblem } from '../../common';
import { yearOf } from '../csl/bibliographic-facts';
import { cleanItem } from '../csl/clean-item';
import { plainText } from '../csl/clean-text';
import type { CslItem } from '../csl/csl-item';
import type { SourceEdit } from '../dto/source-edit';

type Facts = Omit<SourceEdit, 'mandatory'>;

/** Facts that are a line of text each, and where a record keeps them. */
const LINES = {
  title: 'title',
  container: 'container-title',
  doi: 'DOI',
  url: 'URL',
  volume: 'volume',
  issue: 'issue',
  pages: 'page',
  edition: 'edition',
  publisher: 'publisher',
  place: 'publisher-place',
  language: 'language',
} as const satisfies Partial<Record<keyof Facts, keyof CslItem>>;

const VARIABLE = { ...LINES, type: 'type', authors: 'author', year: 'issued' } as const;

const MAX_TITLE = 1000;

const FIELDS = Object.keys(VARIABLE) as (keyof Facts)[];

const toName = (name: string) => (name.includes(',') ? parse(name) : { family: name });

function cleaned(type: string, edit: Facts): CslItem {
  const lines = Object.entries(LINES).map(([field, variable]) => [
    variable,
    edit[field as keyof typeof LINES],
  ]);
  return cleanItem({
    type: edit.type ?? type,
    author: edit.authors?.map(toName),
    issued: { 'date-parts': [[edit.year]] },
    ...(Object.fromEntries(lines) as object),
  });
}

/** Whether cleaning has left nothing of a value, such as a title that is all markup. */
function isLost(field: keyof Facts, edit: Facts, clean: CslItem): boolean {
  const value = edit[field] ?? null;
  if (value === null) return false;
  if (field === 'title') return plainText(clean.title ?? '', MAX_TITLE) === '';
  if (field === 'authors') return (clean.author?.length ?? 0) < (edit.authors?.length ?? 0);
  return clean[VARIABLE[field]] === undefined;
}

/**
 * The record with the facts of an edit in place of its own; its key and all else stay.
 * @throws ProblemException VALIDATION_FAILED
 */
export function editItem(csl: CslItem, edit: Facts): CslItem {
  const clean = cleaned(csl.type, edit);
  const unusable = FIELDS.filter((field) => isLost(field, edit, clean));
  if (unusable.length > 0) {
    const message = 'This cannot stand in a bibliography.';
    throw validationProblem(unusable.map((field) => ({ path: [field], message })));
  }
  // a year that stays keeps its month and day
  const stays = (field: keyof Facts) => field === 'year' && edit.year === yearOf(csl);
  const given = FIELDS.filter((field) => edit[field] !== undefined && !stays(field));
  // what is shown as the authors of a work without any are its editors
  const editorsOnly = csl.author === undefined && csl.editor !== undefined;
  const edited = { ...csl };
  for (const field of given) {
    const value = clean[VARIABLE[field]];
    const variable = field === 'authors' && editorsOnly ? 'editor' : VARIABLE[field];
    Reflect.deleteProperty(edited, variable);
    if (value !== undefined) Object.assign(edited, { [variable]: value });
  }
  return edited;
}
