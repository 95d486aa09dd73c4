import type { FormattingProfile } from '../profile/profile';
import type { Extraction } from './extract';

const NOTHING =
  'No rule of formatting was found in the file. State what holds, or take a ready-made profile.';

/** What a student should look at before relying on what was read. */
export function warningsOf(
  { values, contradictions }: FormattingProfile,
  { otherFonts }: Pick<Extraction, 'otherFonts'>,
): string[] {
  const conflicts = contradictions.map(
    ({ rule, alternatives }) =>
      `The rules contradict themselves on ${rule}: ${JSON.stringify(values[rule]?.value)} was taken, but they also say ${alternatives.map(({ value }) => JSON.stringify(value)).join(', ')}.`,
  );
  const fonts = otherFonts.map(
    (font) => `The rules ask for ${font}, which cannot be set here. Choose another typeface.`,
  );
  return [...(Object.keys(values).length === 0 ? [NOTHING] : []), ...conflicts, ...fonts];
}
