import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formatting } from '../../requirements/profile/formatting';

/** Rules in the manner of real ones, with what a careful reader finds in them. */
export interface RuleText {
  name: string;
  /** What kind of rules it is in the manner of. */
  origin: string;
  language: string;
  /** Paragraphs. */
  text: string[];
  answers: Formatting;
}

const DIRECTORY = join(__dirname, 'texts');

export function ruleTexts(): RuleText[] {
  return readdirSync(DIRECTORY).map((file) => ({
    name: file.replace('.json', ''),
    ...(JSON.parse(readFileSync(join(DIRECTORY, file), 'utf8')) as Omit<RuleText, 'name'>),
  }));
}
