import { createRequire } from 'node:module';
import type { PageNumberEstimator } from 'docx';
import type { MeasureWidth } from 'docx/layout';
import { textWidth } from '../typography/font-widths';
import { type Faces, fontFaces } from '../typography/fonts';
import type { HeadingPages } from './headings';

const load = createRequire(__filename);

function faceOf(bold: boolean, italic: boolean): keyof Faces {
  if (bold) return italic ? 'bolditalics' : 'bold';
  return italic ? 'italics' : 'normal';
}

/** Twice as fast as the tables that docx brings, and it knows every character of the fonts. */
const measureWidth: MeasureWidth = (text, { name, size, bold, italic }) => {
  return textWidth(text, fontFaces(name)[faceOf(bold, italic)], size);
};

/** An estimator that lays the document out as Word does and keeps the page of each bookmark. */
export function pageRecorder(): { estimator: PageNumberEstimator; pages: () => HeadingPages } {
  // few documents need it
  const { estimatePageNumbersWith } = load('docx/layout') as typeof import('docx/layout');
  const estimate = estimatePageNumbersWith({ measureWidth, guess: true });
  let pages: HeadingPages = new Map();
  const estimator: PageNumberEstimator = (body, context) => {
    const estimated = estimate(body, context);
    pages = estimated.bookmarkPageNumbers ?? pages;
    return estimated;
  };
  return { estimator, pages: () => pages };
}
