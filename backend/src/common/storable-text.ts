interface TextIssue {
  message: string;
  path: readonly string[];
}

const MESSAGE = 'There is a character in it that cannot be stored.';

/** PostgreSQL takes no zero byte into a text, and half of a surrogate pair neither into JSON. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\u0000');

/** Without what cannot be stored, where nobody is there who could mend it. */
export const toStorable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '');

/** Where in an input, its names included, there are strings that cannot be stored. */
export function unstorableText(input: unknown): TextIssue[] {
  const issues: TextIssue[] = [];
  const places: { value: unknown; path: readonly string[] }[] = [{ value: input, path: [] }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, path } = place;
    if (typeof value === 'string' && !isStorable(value)) issues.push({ message: MESSAGE, path });
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (isStorable(name)) places.push({ value: inner, path: [...path, name] });
      else issues.push({ message: MESSAGE, path });
    }
  }
  return issues;
}
