import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldError, ProblemException } from './problem';
import { unstorableText } from './storable-text';

interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** JSON pointer (RFC 6901) to the field an issue is about. */
function pointerOf({ path = [] }: SchemaIssue): string {
  return path
    .map((segment) => String(typeof segment === 'object' ? segment.key : segment))
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** More than a person can act on at once; bounds the answer to a hostile body. */
const MAX_ERRORS = 50;

export function validationProblem(issues: readonly SchemaIssue[]): ProblemException {
  const errors: FieldError[] = issues
    .slice(0, MAX_ERRORS)
    .map((issue) => ({ pointer: pointerOf(issue), message: issue.message }));
  const detail = 'Look at the marked fields and send it again.';
  return new ProblemException('VALIDATION_FAILED', detail, { errors });
}

/**
 * Checks `@Body({ schema })`, `@Query({ schema })` and `@Param(name, { schema })` of every route,
 * and the text in all of them, with a schema or without one.
 */
class ValidationPipe extends StandardSchemaValidationPipe {
  override transform<Value = unknown>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    // what our own decorators hand over is no input
    const issues = metadata.type === 'custom' ? [] : unstorableText(value);
    if (issues.length > 0) throw validationProblem(issues);
    return super.transform(value, metadata);
  }
}

export function validationPipe(): StandardSchemaValidationPipe {
  return new ValidationPipe({ exceptionFactory: validationProblem });
}
