import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from './api';

const SAMPLE = JSON.parse(
  readFileSync(resolve(__dirname, '../../samples/learning-science/document.json'), 'utf8'),
) as Record<string, unknown>;

const ENDED_BADLY = ['failed', 'cancelled', 'paused'];

/**
 * A short thesis by the offline writer, from the sample library.
 * @returns its id
 */
export async function writeSample(api: Api): Promise<string> {
  const fields = { ...SAMPLE, title: 'What makes learning last', targetPages: 5 };
  const { id } = (await api.post<{ id: string }>('/documents', fields)).body;
  await api.post(`/documents/${id}/sources/sample`);
  const started = await api.post<{ jobId: string }>('/jobs/generate/document-async', {
    documentId: id,
  });
  for (let status = ''; status !== 'completed'; await delay(100)) {
    const job = await api.get<{ status: string }>(`/jobs/${started.body.jobId}/status`);
    status = job.body.status;
    if (ENDED_BADLY.includes(status)) throw new Error(status);
  }
  return id;
}
