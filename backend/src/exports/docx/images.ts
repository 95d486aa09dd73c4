import { strFromU8, strToU8 } from 'fflate';
import type { FigureInput } from '../model/figure-input';

const FOLDER = 'word/media/';

/**
 * The images of a file. docx gets a name in the place of each: it would compress what is compressed
 * already, which takes longer than all of the text.
 */
export class Images {
  private readonly byName = new Map<string, Uint8Array>();
  private drawings = 0;

  /** @returns what docx takes for the image, and a number that no other drawing of the file has */
  add({ sha256 }: FigureInput, image: Uint8Array): { data: Uint8Array; drawing: string } {
    this.byName.set(sha256, image);
    this.drawings += 1;
    return { data: strToU8(sha256), drawing: String(this.drawings) };
  }

  /** The file of a package; the image itself where docx wrote its name. */
  fileAt(path: string, written: Uint8Array): Uint8Array {
    return (path.startsWith(FOLDER) && this.byName.get(strFromU8(written))) || written;
  }
}
