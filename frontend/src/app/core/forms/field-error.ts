import type { FieldState } from '@angular/forms/signals';
import { fieldMessage, type Problem } from '../problem/problem';

type Translate = (key: string, params?: Record<string, unknown>) => string;

/**
 * What to say under a field: what the form itself found once the field was visited, else what the
 * server said about it.
 */
export function fieldError(
  t: Translate,
  state: FieldState<unknown>,
  problem: Problem | null = null,
  name = '',
): string | undefined {
  const [error] = state.touched() ? state.errors() : [];
  if (error !== undefined) return t(`common.form.${error.kind}`, { ...error });
  return fieldMessage(problem, name);
}
