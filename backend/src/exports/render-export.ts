import { createRequire } from 'node:module';
import type { FileFormat } from './export-format';
import type { ExportInput } from './model/export-input';

type Renderer = (input: ExportInput) => Promise<Buffer>;

const load = createRequire(__filename);

/** Each is loaded when it is needed: the libraries of another format would only cost time. */
const RENDERERS: Readonly<Record<FileFormat, () => Renderer>> = {
  docx: () => {
    const { buildModel } = load('./model/build-model') as typeof import('./model/build-model');
    const { renderDocx } = load('./docx/render-docx') as typeof import('./docx/render-docx');
    return (input) => renderDocx(buildModel(input));
  },
  pdf: () => {
    const { buildModel } = load('./model/build-model') as typeof import('./model/build-model');
    const { renderPdf } = load('./pdf/render-pdf') as typeof import('./pdf/render-pdf');
    return (input) => renderPdf(buildModel(input));
  },
  md: () =>
    (load('./markdown/render-markdown') as typeof import('./markdown/render-markdown'))
      .renderMarkdown,
};

/**
 * The file of a document. It computes for seconds without a pause: call it in a worker thread.
 * @throws ProblemException INVALID_CITATION
 */
export async function renderExport(input: ExportInput, format: FileFormat): Promise<Buffer> {
  return await RENDERERS[format]()(input);
}
