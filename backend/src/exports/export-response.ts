import type { ApiResponseOptions } from '@nestjs/swagger';
import { MEDIA_TYPES } from './export-format';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** How the OpenAPI document describes a file as an answer. */
export const FILE_CONTENT: ApiResponseOptions = {
  description: 'The file',
  content: Object.fromEntries(Object.values(MEDIA_TYPES).map((type) => [type, binary])),
};
