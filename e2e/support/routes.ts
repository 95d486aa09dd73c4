import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The parts of a JSON schema that the suites read. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
}

export interface Route {
  method: string;
  /** Below the API's base path, with its parameters in braces. */
  template: string;
  parameters: Parameter[];
  /** Of its JSON body. */
  body?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const BASE = '/api/v1';

const document = JSON.parse(
  readFileSync(resolve(__dirname, '../../backend/openapi.json'), 'utf8'),
) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export const nameOf = ({ method, template }: Route) => `${method} ${template}`;

/** Every route of the API below its base path, as its OpenAPI document has them. */
export const ROUTES: Route[] = Object.entries(document.paths)
  .filter(([path]) => path.startsWith(BASE))
  .flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']?.schema;
      const template = path.slice(BASE.length);
      return { method: method.toUpperCase(), template, parameters, ...(body && { body }) };
    }),
  );

/** A schema with its reference followed, if it is one. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

/** Values of the parameters in paths, each by its name with the word that stands before it. */
export type PathIds = Record<string, string>;

/**
 * The path of a route for some ids.
 * @example pathOf('/documents/{id}', { 'documents/{id}': '0190…' })
 */
export function pathOf(template: string, ids: PathIds): string {
  return template.replace(/(\w+)\/(\{\w+\})/g, (parameter, word: string) => {
    const id = ids[parameter];
    if (id === undefined) throw new Error(`Name an id for ${parameter} in e2e/support`);
    return `${word}/${encodeURIComponent(id)}`;
  });
}
