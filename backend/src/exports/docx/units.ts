import { LineRuleType } from 'docx';

/** Word's twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Word's half points, for text sizes. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Line spacing as a multiple of single; LibreOffice takes a line without a rule for points. */
export const lineSpacing = (multiple: number) => ({
  line: Math.round(multiple * 240),
  lineRule: LineRuleType.AUTO,
});
