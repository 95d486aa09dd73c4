/** The languages a document can be written in (ISO 639-1). */
export const DOCUMENT_LANGUAGES = ['en', 'uk', 'it', 'de', 'fr', 'es', 'cs'] as const;

export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];
