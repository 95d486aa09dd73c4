import type { ApiResponseOptions } from '@nestjs/swagger';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

const content = {
  'application/pdf': binary,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': binary,
};

/** How the API document describes the file of a source as an answer. */
export const FILE_CONTENT: ApiResponseOptions = { description: 'The file', content };

export const PART_CONTENT = { status: 206, description: 'The part asked for', content } as const;
