export type Form = Record<string, unknown>;

const PART = /[^[\]]+/g;

/** Never a name of the prototype: whatever is sent becomes plain data. */
const isName = (part: string): boolean => part !== '__proto__' && part !== 'constructor';

function put(form: Form, path: readonly string[], value: string): void {
  const [name = '', ...rest] = path;
  if (!isName(name)) return;
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const inner = (form[name] ??= {}) as Form;
  put(inner, rest, value);
}

/**
 * Form-encoded parameters with brackets, as Stripe's libraries send them.
 * @example parseForm('metadata[a]=1') // { metadata: { a: '1' } }
 */
export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [key, value] of new URLSearchParams(text)) put(form, key.match(PART) ?? [], value);
  return form;
}
