import { inlineText, plainText } from './clean-text';
import type { CslDate, CslItem, CslName } from './csl-item';
import { normaliseDoi } from './doi';
import {
  CSL_TYPES,
  DATE_VARIABLES,
  NAME_VARIABLES,
  PROSE_VARIABLES,
  TEXT_VARIABLES,
} from './variables';

const MAX_FACT = 1000;
const MAX_PROSE = 20_000;
const MAX_NAME = 200;
/** The longest author lists of physics have some thousands. */
const MAX_NAMES = 3000;

type Unclean = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unclean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? textOf(value[0]) : '';
}

const prose: readonly string[] = PROSE_VARIABLES;

/** Addresses are often written without their scheme; anything else may be no link. */
function cleanUrl(text: string): string {
  const url = /^www\.[^\s/]+\.\S+$/i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/\S+$/i.test(url) ? plainText(url, MAX_FACT) : '';
}

function cleanVariable(variable: string, value: unknown): string {
  const text = textOf(value);
  if (prose.includes(variable)) return plainText(text, MAX_PROSE);
  if (variable === 'DOI') return normaliseDoi(text) ?? '';
  if (variable === 'URL') return cleanUrl(text.trim());
  return variable.includes('title') ? inlineText(text, MAX_FACT) : plainText(text, MAX_FACT);
}

const NAME_PARTS = [
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
  'literal',
] as const;

/** BibTeX says “and others” where CSL has no way to; the rest of the list is not lost by it. */
const isOthers = ({ family, given, literal }: CslName) =>
  given === undefined && /^(others|et al\.?)$/i.test(family ?? literal ?? '');

function cleanName(value: unknown): CslName[] {
  if (!isRecord(value)) return [];
  const name: CslName = {};
  for (const part of NAME_PARTS) {
    const text = plainText(textOf(value[part]), MAX_NAME);
    if (text !== '') name[part] = text;
  }
  if (isOthers(name) || (name.family ?? name.literal ?? name.given) === undefined) return [];
  if (name.family !== undefined) return [structured(name)];
  return [{ literal: name.literal ?? name.given ?? '' }];
}

/** Lower-case words before a family name: `van der Berg`, `de la Cruz`. */
const PARTICLES = /^((?:\p{Ll}[\p{L}.]*['’]?\s+)*\p{Ll}[\p{L}.]*(?:['’]|\s+))(?=\p{Lu})/u;

/** Initials as PubMed writes them, `JB`: styles put stops to those that have one only. */
const INITIALS = /^\p{Lu}{2,3}$/u;
const SHOUTED = /^[\p{Lu}\P{L}]+$/u;

/** The name as CSL wants it: organisations apart from people, particles apart from the family. */
function structured(name: CslName): CslName {
  const { family = '', ...others } = name;
  if (Object.keys(others).length === 0 && family.includes(' ')) return { literal: family };
  if (name.given !== undefined && INITIALS.test(name.given) && !SHOUTED.test(family)) {
    return structured({ ...name, given: [...name.given].map((one) => `${one}.`).join(' ') });
  }
  const particle = PARTICLES.exec(family)?.[1];
  if (particle === undefined || name['non-dropping-particle'] !== undefined) return name;
  return {
    ...name,
    'non-dropping-particle': particle.trim(),
    family: family.slice(particle.length),
  };
}

function dateParts(value: unknown): number[][] {
  if (!Array.isArray(value)) return [];
  const dates = value.slice(0, 2).map((date: unknown) => (Array.isArray(date) ? date : []));
  return dates
    .map((date) => date.slice(0, 3).map((part: unknown) => Number(part)))
    .filter(([year]) => Number.isInteger(year) && year !== 0 && Math.abs(year ?? 0) < 10_000)
    .map(([year = 0, month, day]) => [year, ...monthAndDay(month, day)]);
}

function monthAndDay(month: number | undefined, day: number | undefined): number[] {
  if (!Number.isInteger(month) || month === undefined || month < 1 || month > 12) return [];
  if (!Number.isInteger(day) || day === undefined || day < 1 || day > 31) return [month];
  return [month, day];
}

/** Spring to winter as 1 to 4, also in the writing of EDTF, 21 to 24. */
function seasonOf(value: unknown): Pick<CslDate, 'season'> {
  const season = Number(value) % 20;
  return Number.isInteger(season) && season >= 1 && season <= 4 ? { season } : {};
}

function cleanDate(value: unknown): CslDate | undefined {
  if (!isRecord(value)) return undefined;
  const parts = dateParts(value['date-parts']);
  const literal = plainText(textOf(value['literal'] ?? value['raw']), MAX_NAME);
  const [year] = /(?<!\d)\d{4}(?!\d)/.exec(literal) ?? [];
  const more = { ...seasonOf(value['season']), ...(value['circa'] ? { circa: true } : {}) };
  if (parts.length > 0) return { 'date-parts': parts, ...more };
  if (year !== undefined) return { 'date-parts': [[Number(year)]], ...more };
  return literal === '' ? undefined : { literal };
}

/**
 * Makes a record of ours from what a parser or a stranger's JSON gave: only variables that CSL
 * knows, of the right type, clean and bounded. What is not fit is left out, never guessed.
 */
export function cleanItem(raw: Unclean): CslItem {
  const type = textOf(raw['type']);
  const item: CslItem = { id: '', type: CSL_TYPES.has(type) ? type : 'document' };
  for (const variable of TEXT_VARIABLES) {
    const text = cleanVariable(variable, raw[variable]);
    if (text !== '') item[variable] = text;
  }
  for (const variable of NAME_VARIABLES) {
    const value = raw[variable];
    const names = Array.isArray(value) ? value.slice(0, MAX_NAMES).flatMap(cleanName) : [];
    if (names.length > 0) item[variable] = names;
  }
  for (const variable of DATE_VARIABLES) {
    const date = cleanDate(raw[variable]);
    if (date !== undefined) item[variable] = date;
  }
  return item;
}
