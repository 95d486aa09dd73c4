/** The languages of the interface (the languages of documents are more). */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'uk', name: 'Українська' },
  { code: 'it', name: 'Italiano' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some(({ code }) => code === value);

/** The first of the wished languages that the interface has, else English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  const codes = wishes.map((wish) => wish?.slice(0, 2).toLowerCase());
  return codes.find(isLanguage) ?? 'en';
}
