/** Text from a title, a name or a topic, written so that Markdown takes none of it for markup. */
export function asPlainText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~^@$]/g, String.raw`\$&`);
}
