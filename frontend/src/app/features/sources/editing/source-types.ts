/** The CSL item types that a thesis usually cites; a source may have another, and then keeps it. */
export const USUAL_TYPES = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'dataset',
  'document',
  'entry-encyclopedia',
  'legislation',
  'paper-conference',
  'report',
  'software',
  'thesis',
  'webpage',
] as const;

export const isUsualType = (type: string): boolean => USUAL_TYPES.some((usual) => usual === type);
