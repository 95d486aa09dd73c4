import type { ApiResponseOptions } from '@nestjs/swagger';

/** For the API document: the body of the route that takes an image. */
export const FIGURE_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', format: 'binary', description: 'PNG, JPEG or SVG, up to 10 MB' },
          key: { type: 'string', description: 'What the text names; from the file name if absent' },
          caption: { type: 'string', maxLength: 1000 },
          altText: { type: 'string', maxLength: 2000 },
        },
      },
    },
  },
};

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** How the API document describes an image as an answer. */
export const IMAGE_CONTENT: ApiResponseOptions = {
  description: 'The image',
  content: { 'image/png': binary, 'image/jpeg': binary },
};
