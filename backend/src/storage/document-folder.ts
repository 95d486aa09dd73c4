/** The folder of everything kept for a document; it goes when the document goes. */
export function documentFolder(documentId: string): string {
  return `documents/${documentId}`;
}
