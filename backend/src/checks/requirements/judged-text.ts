import type { CheckedSection } from '../text-check';

/** Characters that a model is given of a text: what fits beside its answer in common ones. */
const MOST_CHARACTERS = 80_000;

export interface JudgedText {
  /** Markdown, each section under its title. */
  text: string;
  /** Whether it is all of it. */
  whole: boolean;
}

/** A text for a model; of one that is too long, the beginning of each section. */
export function judgedText(
  sections: readonly Pick<CheckedSection, 'title' | 'content'>[],
): JudgedText {
  const characters = sections.reduce((sum, { content }) => sum + content.length, 0);
  const share = Math.min(1, MOST_CHARACTERS / Math.max(1, characters));
  const text = sections
    .map(({ title, content }) => {
      return `# ${title}\n\n${content.slice(0, Math.ceil(content.length * share))}`;
    })
    .join('\n\n');
  return { text, whole: share === 1 };
}
