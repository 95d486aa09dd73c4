import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem } from '../common';

type JsonSchema = Record<string, unknown>;

/** JSON Schema of a Zod schema; those with an id become components of their own. */
function toJsonSchema(schema: unknown, io: 'input' | 'output') {
  if (!(schema instanceof z.ZodType)) return undefined;
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  const { $schema: _, $defs: components = {}, ...rest } = json;
  return { schema: rest, components };
}

/** Every route can answer with a problem. */
function addProblems(document: OpenAPIObject): void {
  const problem = toJsonSchema(Problem, 'output');
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    ...(problem?.components as Record<string, object>),
  };
  const schema = { $ref: '#/components/schemas/Problem' };
  const response = {
    description: 'Problem details (RFC 9457)',
    content: { 'application/problem+json': { schema } },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: JsonSchema }[]) {
      if (operation.responses !== undefined) operation.responses['default'] = response;
    }
  }
}

/** The OpenAPI 3.1 document of the routes as they are. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('TesiGo')
    .setDescription('Theses with citations that exist: documents, sources, writing jobs, exports.')
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    standardSchemaConverter: (schema, { schemaType }) => toJsonSchema(schema, schemaType),
    operationIdFactory: (_controller, method) => method,
  });
  addProblems(document);
  return document;
}

export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
}
