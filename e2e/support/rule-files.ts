import { makePdf } from '../../backend/src/testing/make-pdf';
import type { UploadFile } from './source-files';

const plain = (name: string, text: string): UploadFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** Rules of an institute that nobody founded: two sentences on one margin, and much left unsaid. */
export const CONTRADICTING = plain(
  'rules.txt',
  `Guidelines of the Institute of Otters

Page setup
Use A4 paper. The left margin is 3 cm.
All other margins are 2 cm.

Text
Use Times New Roman, 12 pt, with line spacing of 1.5.
The length of the thesis is at least 9000 words.
Theses that are bound must have a left margin of 4 cm.
Page numbers are placed at the bottom centre of the page.`,
);

export const RULE_LESS = plain('otters.txt', 'Otters hold hands while they sleep in the sea.');

export const TOO_LARGE: UploadFile = {
  name: 'handbook.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(11 * 1024 * 1024, 'a'),
};

export const PICTURE: UploadFile = {
  name: 'rules.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
};

/** Pages without a letter, as a scanner makes them. */
export const scan = async (): Promise<UploadFile> => ({
  name: 'scan.pdf',
  mimeType: 'application/pdf',
  buffer: await makePdf([{ text: ' ' }]),
});
