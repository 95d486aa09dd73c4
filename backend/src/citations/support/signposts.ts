/** `Chapter 3.1`: a place in the document itself. */
const SIGNPOST =
  /(?<!\p{L})(?:chapter|section|part|kapitel|abschnitt|teil|chapitre|partie|cap[íi]tulo|secci[óo]n|parte|capitolo|sezione|(?:під)?розділ\p{L}*|частин\p{L}*|kapitol\p{L}*|oddíl\p{L}*)\s+\d+(?:\.\d+)*/giu;

/** A text without the numbers of its own chapters, which state nothing. */
export function withoutSignposts(text: string): string {
  return text.replace(SIGNPOST, ' ');
}
