import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem } from '../common';

type JsonSchema = Record<string, unknown>;

/** JSON Schema of a Zod schema; schemas with an id become components of their own. */
function toJsonSchema(schema: unknown, io: 'input' | 'output') {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _,
    $defs = {},
    id,
    ...rest
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as JsonSchema & { $defs?: Record<string, JsonSchema>; id?: string };
  const components = Object.fromEntries(
    Object.entries($defs).map(([name, { id: _id, ...definition }]) => [name, definition]),
  );
  if (id === undefined) return { schema: rest, components };
  return {
    schema: { $ref: `#/components/schemas/${id}` },
    components: { ...components, [id]: rest },
  };
}

function addProblems(document: OpenAPIObject): void {
  const { schema, components } = toJsonSchema(Problem, 'output') ?? {};
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, ...components } as never;
  const content = { 'application/problem+json': { schema } };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: JsonSchema }[]) {
      if (operation.responses === undefined) continue;
      operation.responses['default'] = { description: 'Problem details (RFC 9457)', content };
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
