import type { DocumentModel } from '../model/document-model';
import type { ModelFinding } from '../model/model-finding';
import { broken, type RuleOutcome } from './outcome';
import { reason, type ReasonCode } from './reason';

/** What stands for a rule of the profile: whether the text could be set as it was meant. */
const RULES: Record<ModelFinding['kind'], { rule: string; expected: string; reason: ReasonCode }> =
  {
    missing_image: {
      rule: 'figures',
      expected: 'every image is there',
      reason: 'image_missing',
    },
    unknown_reference: {
      rule: 'crossReferences',
      expected: 'every reference leads somewhere',
      reason: 'label_unknown',
    },
    repeated_label: {
      rule: 'labels',
      expected: 'every label is given once',
      reason: 'label_repeated',
    },
    unreadable_formula: {
      rule: 'formulas',
      expected: 'every formula can be read',
      reason: 'formula_unreadable',
    },
  };

const MAX_PLACES = 100;

/** What could not be set as it was meant, one outcome for each kind of it. */
export function findingOutcomes({ findings }: DocumentModel): RuleOutcome[] {
  const byKind = Map.groupBy(findings.slice(0, MAX_PLACES), ({ kind }) => kind);
  return [...byKind].map(([kind, found]) => {
    const { rule, expected, reason: code } = RULES[kind];
    const places = found.map(({ text, where }) => `${where}: ${text}`);
    return { rule, expected, ...broken(`${String(found.length)} not so`, reason(code), places) };
  });
}
