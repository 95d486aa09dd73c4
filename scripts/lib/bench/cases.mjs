// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.mjs';

const DOCUMENTS = 100;
const SECTIONS = 10;

/** @typedef {import('../api-client.mjs').Client} Client */

/**
 * Documents to read, and the requests that read and write them. Readers and writers are two
 * accounts, so that what is written does not make reading slower from round to round.
 *
 * @param {{ reader: Client, writer: Client }} clients
 * @returns {Promise<import('./load.mjs').Case[]>}
 */
export async function prepareCases({ reader, writer }) {
  const sample = join(repositoryRoot, 'samples', 'learning-science', 'document.json');
  const body = JSON.parse(await readFile(sample, 'utf8'));
  let id = '';
  for (let count = 0; count < DOCUMENTS; count += 1) {
    /** @type {{ id: string }} */
    const document = await reader.post('/documents', body);
    id = document.id;
  }
  const sections = Array.from({ length: SECTIONS }, (_, index) => ({
    title: `Section ${index + 1}`,
    level: 1,
  }));
  await reader.request('PUT', `/documents/${id}/outline`, { sections });
  const path = '/documents';
  const { authorization } = reader;
  return [
    { name: 'get one document', target: 0.45, method: 'GET', path: `${path}/${id}`, authorization },
    { name: 'list 20', target: 0.5, method: 'GET', path, authorization },
    {
      name: 'create one',
      target: 0.45,
      method: 'POST',
      path,
      body,
      authorization: writer.authorization,
    },
  ];
}
