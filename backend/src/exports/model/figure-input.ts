/** An image that a document shows. */
export interface FigureInput {
  /** What its text names: `figure:key`. */
  key: string;
  /** Where the text gives none. */
  caption: string;
  /** For those who cannot see it; empty for none. */
  altText: string;
  mediaType: 'image/png' | 'image/jpeg';
  /** In pixels, 96 to the inch. */
  width: number;
  height: number;
  /** Of the image, in hexadecimal. */
  sha256: string;
  storageKey: string;
  /** The image itself; only where a file is made. */
  data?: Uint8Array;
}
