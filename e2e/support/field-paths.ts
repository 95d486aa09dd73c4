import { resolved, type Schema } from './routes';

export type FieldPath = readonly (string | number)[];

/** Where the fields of a body lie, those of its first array elements included. */
export function fieldPaths(schema: Schema, path: FieldPath = []): FieldPath[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = resolved(schema);
  const within = [
    ...Object.entries(properties).map(([name, field]) => [field, [...path, name]] as const),
    ...(items === undefined ? [] : [[items, [...path, 0]] as const]),
  ];
  return [
    ...within.map(([, at]) => at),
    ...within.flatMap(([field, at]) => fieldPaths(field, at)),
    ...[...anyOf, ...oneOf].flatMap((choice) => fieldPaths(choice, path)),
  ];
}

/** A copy of `body` in which the field at `path` is `value`; what is missing on the way is made. */
export function withField(body: unknown, path: FieldPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const [first, ...others] = Array.isArray(body) ? (body as unknown[]) : [];
    return [withField(first, rest, value), ...others];
  }
  const fields = (typeof body === 'object' ? body : {}) as Record<string, unknown>;
  return { ...fields, [step]: withField(fields[step], rest, value) };
}
