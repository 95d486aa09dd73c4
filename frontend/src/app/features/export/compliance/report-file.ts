import type { ComplianceReport, RuleOutcome } from '../../../api/generated/models';
import type { OutcomeText } from './outcome-text';

/** What a stored report says beside its outcomes. */
export interface ReportLabels {
  title: string;
  file: string;
  states: Readonly<Record<RuleOutcome['state'], string>>;
  expected: string;
  found: string;
}

export const STATES = ['broken', 'not_checkable', 'met'] as const;

function entry(outcome: RuleOutcome, texts: OutcomeText, labels: ReportLabels): string {
  const found = texts.found(outcome);
  const lines = [
    `${labels.expected}: ${texts.expected(outcome)}`,
    ...(found === null ? [] : [`${labels.found}: ${found}`]),
    ...[texts.reason(outcome) ?? ''].filter(Boolean),
    ...(outcome.state === 'broken' ? [texts.advice(outcome)] : []),
    ...texts.places(outcome).map((place) => `· ${place}`),
  ];
  return [`- ${texts.rule(outcome)}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

/** A report as a plain text that can be kept, printed and sent, broken rules first. */
export function reportFile(
  report: ComplianceReport,
  texts: OutcomeText,
  labels: ReportLabels,
): string {
  const parts = STATES.flatMap((state) => {
    const outcomes = report.outcomes.filter((outcome) => outcome.state === state);
    if (outcomes.length === 0) return [];
    const heading = `${labels.states[state]} (${String(outcomes.length)})`;
    return [heading, ...outcomes.map((outcome) => entry(outcome, texts, labels))];
  });
  // a mark by which every editor knows the encoding
  return `\ufeff${[labels.title, labels.file, ...parts].join('\n\n')}\n`;
}
