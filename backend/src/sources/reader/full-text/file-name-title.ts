import { plainText } from '../../csl/clean-text';
import type { StatedDetails } from '../../dto/addition';

const MAX_TITLE = 200;

/** Of files that a text comes in, or has come from: “thesis.docx.pdf”. */
const EXTENSIONS = /(?:\.(?:pdf|docx?|odt|rtf|tex|txt))+$/i;
const FOLDERS = /^.*[\\/]/;
/** What stands for a space; a hyphen between digits belongs to a date, or to a range of pages. */
const JOINTS = /_+|(?<!\p{N})-+|-+(?!\p{N})/gu;
const ENDS = /^[\s.]+|[\s.]+$/g;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

function shortened(title: string): string {
  if (title.length <= MAX_TITLE) return title;
  const cut = title.slice(0, MAX_TITLE + 1);
  const end = cut.lastIndexOf(' ');
  return plainText(end > 0 ? cut.slice(0, end) : cut, MAX_TITLE);
}

/** A file's name as a title, in the case in which its owner wrote it; empty where it says nothing. */
export function titleFromFileName(fileName: string): string {
  // first, since a name may end with marks that nobody sees
  const name = plainText(fileName, fileName.length).replace(FOLDERS, '');
  const words = name.replace(EXTENSIONS, '').replace(JOINTS, ' ').replace(/\s+/g, ' ');
  const title = words.replace(ENDS, '');
  return SAYS_SOMETHING.test(title) ? shortened(title) : '';
}

/** A program that states the file's name as the title of the work has not been told any. */
export function withoutFileName(stated: StatedDetails, fileName: string): StatedDetails {
  const { title, ...others } = stated;
  const isName = title !== undefined && EXTENSIONS.test(title) && title === fileName;
  return isName ? others : stated;
}
