import type * as PdfJs from 'pdfjs-dist';

export type PdfProgram = typeof PdfJs;

/** The build puts pdf.js there as it came, so that no other page carries a byte of it. */
const FOLDER = '/pdfjs/';
const PROGRAM = `${FOLDER}pdf.min.mjs`;
const WORKER = `${FOLDER}pdf.worker.min.mjs`;

export const PDF_DATA = {
  cMapUrl: `${FOLDER}cmaps/`,
  iccUrl: `${FOLDER}iccs/`,
  standardFontDataUrl: `${FOLDER}standard_fonts/`,
  wasmUrl: `${FOLDER}wasm/`,
};

interface WorkerPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

function onlyTheWorker(url: string): string {
  if (url === WORKER) return url;
  throw new TypeError('Not the script that reads PDFs');
}

let workerUrl: unknown;

/** The page's policy takes no other script for a worker than the one that this policy lets through. */
function trustedWorkerUrl(): unknown {
  const { trustedTypes } = window as { trustedTypes?: WorkerPolicies };
  workerUrl ??=
    trustedTypes === undefined
      ? WORKER
      : trustedTypes
          .createPolicy('tesigo#pdf', { createScriptURL: onlyTheWorker })
          .createScriptURL(WORKER);
  return workerUrl;
}

export const startWorker = (): Worker =>
  new Worker(trustedWorkerUrl() as string, { type: 'module' });

export async function loadProgram(): Promise<PdfProgram> {
  // a name that the bundler does not follow
  const program: string = PROGRAM;
  return (await import(/* @vite-ignore */ program)) as PdfProgram;
}
