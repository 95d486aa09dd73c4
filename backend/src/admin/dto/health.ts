import { z } from 'zod';

const PART_STATES = ['up', 'down'] as const;

export const HealthPart = z
  .object({
    name: z.string().meta({ example: 'database' }),
    state: z.enum(PART_STATES),
    latencyMs: z.number().nullable().describe('Of one question to it; null when it did not answer'),
  })
  .meta({ id: 'HealthPart' });
export type HealthPart = z.infer<typeof HealthPart>;

export const AdminHealth = z
  .object({
    ready: z.boolean().describe('What balancers are told of this process'),
    detail: z.string().nullable().describe('Why it is not'),
    parts: z.array(HealthPart),
    queue: z
      .object({
        depth: z.int().describe('Jobs that wait for a worker'),
        oldestSeconds: z.number().describe('Since the one that waits longest was asked for'),
        liveLeases: z.int().describe('Jobs that a worker has'),
        lapsedLeases: z.int().describe('Jobs whose worker has not been heard of in time'),
      })
      .nullable()
      .describe('Null while the database is away'),
    workers: z.int().nullable().describe('Processes that take jobs; null while Redis is away'),
    breakers: z
      .array(z.object({ model: z.string(), state: z.enum(['closed', 'half-open', 'open']) }))
      .describe('Of the models, as this process has met them; workers have their own'),
    version: z.string(),
    uptimeSeconds: z.number().describe('Of this process'),
  })
  .meta({ id: 'AdminHealth' });
export type AdminHealth = z.infer<typeof AdminHealth>;
