import { z } from 'zod';
import { pageOf, PageQuery, sortedBy } from '../../common';
import { JOB_STAGES, type JobStage } from '../job-event';
import { JOB_STATES, type JobState } from '../job-state';

export const AiJob = z
  .object({
    id: z.uuid(),
    documentId: z.uuid(),
    userId: z.uuid(),
    userEmail: z.string(),
    status: z.enum(JOB_STATES),
    stage: z.enum(JOB_STAGES),
    sectionsDone: z.int(),
    sectionsTotal: z.int(),
    tokensUsed: z.int(),
    crashes: z.int().describe('Workers that were lost with it since it last got ahead'),
    errorCode: z.string().nullable(),
    errorDetail: z.string().nullable(),
    createdAt: z.iso.datetime(),
    requestedAt: z.iso.datetime().describe('When its owner last asked for it'),
    finishedAt: z.iso.datetime().nullable(),
    leaseUntil: z.iso.datetime().nullable().describe('Until when its worker counts on being alone'),
    lastEventAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'AiJob' });

export type AiJob = z.infer<typeof AiJob>;

export const AiJobPage = pageOf('AiJobPage', AiJob);

const filters = {
  status: z.enum(JOB_STATES).optional(),
  userId: z.uuid().optional(),
  documentId: z.uuid().optional(),
};

export const AiJobQuery = PageQuery.extend({
  ...filters,
  ...sortedBy(['createdAt', 'requestedAt', 'finishedAt', 'tokensUsed']),
});

export type AiJobQuery = z.infer<typeof AiJobQuery>;

export const AiJobExportQuery = z.object(filters);

export type AiJobExportQuery = z.infer<typeof AiJobExportQuery>;

export const STUCK_REASONS = ['no_worker', 'waiting', 'silent'] as const;

export const StuckJob = AiJob.extend({
  reason: z
    .enum(STUCK_REASONS)
    .describe('Its worker is gone; no worker takes it; its worker lives and gets nowhere'),
}).meta({ id: 'StuckJob' });

export type StuckJob = z.infer<typeof StuckJob>;

export const StuckJobPage = pageOf('StuckJobPage', StuckJob);

export const StuckJobQuery = PageQuery.extend({
  minutes: z.coerce.number().int().min(1).max(10_080).default(15).describe('Without any progress'),
  ...sortedBy(['requestedAt', 'crashes', 'tokensUsed'], 'asc'),
});

export type StuckJobQuery = z.infer<typeof StuckJobQuery>;

type Times = 'createdAt' | 'requestedAt' | 'finishedAt' | 'leaseUntil' | 'lastEventAt';

export type AiJobRow = Omit<AiJob, Times | 'status' | 'stage'> & {
  status: JobState;
  stage: JobStage;
  createdAt: Date;
  requestedAt: Date;
  finishedAt: Date | null;
  leaseUntil: Date | null;
  lastEventAt: Date | null;
};

export const toAiJob = <Row extends AiJobRow>(row: Row) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  requestedAt: row.requestedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  leaseUntil: row.leaseUntil?.toISOString() ?? null,
  lastEventAt: row.lastEventAt?.toISOString() ?? null,
});
