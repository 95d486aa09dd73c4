/** An image as it is kept: decoded and written anew, so that nothing else of its file is left. */
export interface StoredImage {
  data: Uint8Array;
  mediaType: 'image/png' | 'image/jpeg';
  /** As it is shown, in pixels of 96 to the inch; the data may have fewer. */
  width: number;
  height: number;
}

/** The longer side of what is kept: enough for print over the whole width of a page. */
export const MAX_SIDE = 2400;

/** More would take more memory than one image may. */
export const MAX_PIXELS = 50_000_000;
