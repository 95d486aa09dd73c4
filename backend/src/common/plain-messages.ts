import { z } from 'zod';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

function tooSmall({ origin, minimum }: Issue): string {
  const least = String(minimum);
  if (origin === 'string')
    return minimum === 1 ? 'Fill this in.' : `Write ${least} characters or more.`;
  if (origin === 'array') return `Name ${least} or more.`;
  return `Must be ${least} or more.`;
}

function tooBig({ origin, maximum }: Issue): string {
  const most = String(maximum);
  if (origin === 'string') return `Write ${most} characters or fewer.`;
  if (origin === 'array') return `Name ${most} or fewer.`;
  return `Must be ${most} or less.`;
}

function wrongType({ input, expected }: Issue): string {
  return input === undefined ? 'This is missing.' : `Must be of the type ${String(expected)}.`;
}

function plainMessage(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return wrongType(issue);
    case 'invalid_value':
      return `Choose one of: ${(issue['values'] as unknown[]).map(String).join(', ')}.`;
    default:
      return undefined;
  }
}

/** Has every schema of the process speak in plain words; a schema's own message comes first. */
export function speakPlainly(): void {
  z.config({ customError: plainMessage });
}
