import type { DocumentLanguage } from '../../common';
import { foldName } from './fold-name';

/** Endings of surnames as {@link foldName} leaves them. */
interface Endings {
  /** As a library has them. */
  named: readonly string[];
  /** In the other cases; of Czech also of the adjective that says whose something is. */
  inflected: readonly string[];
  /** Last letters of a stem that some cases soften, with what they were. */
  softened: Readonly<Record<string, string>>;
}

const list = (endings: string): string[] => endings.split(' ');

const ENDINGS: Partial<Record<DocumentLanguage, Endings>> = {
  uk: {
    named: ['', ...list('а я о е ь и ии іи')],
    inflected: list(
      'а я у ю ові еві єві ом ем єм і и е ів ам ами ах ою ею єю ого ому им ім ої іи их ими',
    ),
    softened: { ц: 'к', з: 'г', с: 'х' },
  },
  cs: {
    named: ['', ...list('a o e i y ova')],
    inflected: [
      ...list('a e i o u y em ou ovi um ech ami ho mu m eho emu ym im ych ich ymi imi'),
      ...list('uv ova ove ovu ovo ovou ovy ovi ovych ovym ovymi'),
    ],
    softened: { c: 'k', z: 'h' },
  },
};

const SHORTEST_STEM = 3;
/** A vowel that some cases lose: `Čapek`, `Čapka`; `Кравець`, `Кравця`. */
const FLEETING = /[eоеі](?=[^aeiouyаеєиіоуюя]$)/;

function stems(
  name: string,
  endings: readonly string[],
  softened: Endings['softened'],
): Set<string> {
  const bare = endings
    .filter((ending) => name.endsWith(ending) && name.length - ending.length >= SHORTEST_STEM)
    .map((ending) => name.slice(0, name.length - ending.length).replace(FLEETING, ''));
  return new Set(bare.map((stem) => stem.replace(/.$/u, (last) => softened[last] ?? last)));
}

/**
 * Whether a name in a text may be a case of a name in a library: `Шевченком` of `Шевченко`, `Nováka`
 * of `Novák`. Lenient, so that it may only accept what something else, such as the year, bears out;
 * languages whose surnames have no cases have none.
 */
export function isInflected(written: string, name: string, language: DocumentLanguage): boolean {
  const endings = ENDINGS[language];
  if (endings === undefined) return false;
  const { named, inflected, softened } = endings;
  const known = stems(foldName(name.split(/\s+/).at(-1) ?? ''), named, softened);
  return [...stems(foldName(written), inflected, softened)].some((stem) => known.has(stem));
}
