/** The JSON object of an answer; undefined when there is none. */
export function jsonIn(answer: string): unknown {
  // Models like to wrap JSON into a code fence or a sentence
  const text = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
