import type * as PdfJs from 'pdfjs-dist';

export type PdfProgram = typeof PdfJs;

/** The build puts pdf.js there as it came, so that no other page carries a byte of it. */
const FOLDER = '/pdfjs/';
const PROGRAM = `${FOLDER}pdf.min.mjs`;
/** What reads a file, and what draws its pages: neither ever has the window wait. */
const WORKERS = {
  reader: `${FOLDER}pdf.worker.min.mjs`,
  renderer: `${FOLDER}pdf.renderer.min.mjs`,
} as const;

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

function onlyTheWorkers(url: string): string {
  if (Object.values<string>(WORKERS).includes(url)) return url;
  throw new TypeError('Not a script that reads PDFs');
}

let policy: ReturnType<WorkerPolicies['createPolicy']> | undefined;

/** The page's policy takes no other script for a worker than those that this policy lets through. */
function trusted(url: string): unknown {
  const { trustedTypes } = window as { trustedTypes?: WorkerPolicies };
  if (trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy('tesigo#pdf', { createScriptURL: onlyTheWorkers });
  return policy.createScriptURL(url);
}

export const startWorker = (kind: keyof typeof WORKERS): Worker =>
  new Worker(trusted(WORKERS[kind]) as string, { type: 'module' });

export async function loadProgram(): Promise<PdfProgram> {
  // a name that the bundler does not follow
  const program: string = PROGRAM;
  return (await import(/* @vite-ignore */ program)) as PdfProgram;
}
