// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.mjs';

const DOCUMENTS = 100;
const SECTIONS = 10;

/**
 * Documents to read, and the requests that read and write them.
 *
 * @param {import('../api-client.mjs').Client} client
 * @returns {Promise<import('./load.mjs').Case[]>}
 */
export async function prepareCases(client) {
  const sample = join(repositoryRoot, 'samples', 'learning-science', 'document.json');
  const body = JSON.parse(await readFile(sample, 'utf8'));
  let id = '';
  for (let count = 0; count < DOCUMENTS; count += 1) {
    /** @type {{ id: string }} */
    const document = await client.post('/documents', body);
    id = document.id;
  }
  const sections = Array.from({ length: SECTIONS }, (_, index) => ({
    title: `Section ${index + 1}`,
    level: 1,
  }));
  await client.request('PUT', `/documents/${id}/outline`, { sections });
  return [
    { name: 'get one document', target: 0.45, method: 'GET', path: `/documents/${id}` },
    { name: 'list 20', target: 0.5, method: 'GET', path: '/documents' },
    { name: 'create one', target: 0.45, method: 'POST', path: '/documents', body },
  ];
}
