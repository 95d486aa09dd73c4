import { parse } from '@citation-js/name';
import { validationProblem } from '../../common';
import { yearOf } from '../csl/bibliographic-facts';
import { cleanItem } from '../csl/clean-item';
import { plainText } from '../csl/clean-text';
import type { CslItem } from '../csl/csl-item';
import type { SourceEdit } from '../dto/source-edit';

type Facts = Omit<SourceEdit, 'mandatory'>;

const VARIABLE = {
  title: 'title',
  authors: 'author',
  year: 'issued',
  container: 'container-title',
  doi: 'DOI',
  url: 'URL',
} as const satisfies Record<keyof Facts, keyof CslItem>;

const MAX_TITLE = 1000;

const FIELDS = Object.keys(VARIABLE) as (keyof Facts)[];

const toName = (name: string) => (name.includes(',') ? parse(name) : { family: name });

function cleaned(type: string, edit: Facts): CslItem {
  return cleanItem({
    type,
    title: edit.title,
    author: edit.authors?.map(toName),
    issued: { 'date-parts': [[edit.year]] },
    'container-title': edit.container,
    DOI: edit.doi,
    URL: edit.url,
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
 * The record with the facts of an edit in place of its own; its key, its type and all else stay.
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
  const edited = { ...csl };
  for (const field of given) {
    const variable = VARIABLE[field];
    Reflect.deleteProperty(edited, variable);
    if (clean[variable] !== undefined) Object.assign(edited, { [variable]: clean[variable] });
  }
  return edited;
}
