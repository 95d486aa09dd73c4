import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { paced, ProblemException } from '../../common';
import { type QuotedRule, RulesReader } from '../../generation';
import { RULE_VALUES, RULES, type Rule } from '../profile/formatting';
import type { Finding } from './finding';
import type { Evidence } from './reconcile';
import type { Paragraph } from './sentence';

/** Characters that a model is given: what fits beside its answer in common ones. */
const MOST_CHARACTERS = 60_000;

/** Less than that of our own rules: it contradicts them, but does not overrule them. */
const CONFIDENCE = 0.6;

const SCHEMAS = Object.fromEntries(
  RULES.map((rule) => [rule, z.toJSONSchema(RULE_VALUES[rule] as z.ZodType, { io: 'input' })]),
);

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The paragraphs in which rules were found and their neighbours first, in the order of the text. */
export async function textForModel(
  paragraphs: readonly Paragraph[],
  evidence: readonly Evidence[],
): Promise<string> {
  const quotes = [...new Set(evidence.map(({ quote }) => quote))];
  const near = new Set<number>();
  await paced(paragraphs.entries(), ([index, { text }]) => {
    if (!quotes.some((quote) => text.includes(quote))) return;
    for (let at = index - 3; at <= index + 3; at += 1) near.add(at);
  });
  let left = MOST_CHARACTERS;
  const taken = new Set<number>();
  const take = (index: number) => {
    const length = (paragraphs[index]?.text.length ?? 0) + 1;
    if (taken.has(index) || length > left) return;
    taken.add(index);
    left -= length;
  };
  for (const index of near) take(index);
  for (const index of paragraphs.keys()) take(index);
  return paragraphs
    .filter((_, index) => taken.has(index))
    .map(({ text }) => text)
    .join('\n');
}

/** What counts of a model's answer: a value of its rule whose quotation stands in the text. */
export async function acceptedRules(
  found: readonly QuotedRule[],
  paragraphs: readonly Paragraph[],
): Promise<Evidence[]> {
  const texts: Paragraph[] = [];
  await paced(paragraphs, ({ text, page }) => {
    texts.push({ text: squeezed(text), page });
  });
  return found.flatMap(({ rule: name, value, quotation }): Evidence[] => {
    const rule = RULES.find((known): known is Rule => known === name);
    const quote = squeezed(quotation);
    const place = texts.find(({ text }) => text.includes(quote));
    if (rule === undefined || place === undefined) return [];
    const parsed = (RULE_VALUES[rule] as z.ZodType).safeParse(value);
    if (!parsed.success) return [];
    const finding = { rule, value: parsed.data, confidence: CONFIDENCE } as Finding;
    return [{ ...finding, quote, page: place.page, origin: 'model' }];
  });
}

/** A language model that reads the rules after ours, where one is configured. */
@Injectable()
export class SecondReader {
  private readonly logger = new Logger(SecondReader.name);

  constructor(private readonly model: RulesReader) {}

  /** Null when it was not read a second time, though it should have been. */
  async read(
    paragraphs: readonly Paragraph[],
    evidence: readonly Evidence[],
    ownerId: string,
  ): Promise<Evidence[] | null> {
    if (!this.model.isConfigured) return [];
    const task = { rules: SCHEMAS, text: await textForModel(paragraphs, evidence) };
    try {
      const found = await this.model.read(task, ownerId);
      return found === null ? null : await acceptedRules(found, paragraphs);
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      this.logger.warn(`Rules were not read by a model: ${error.code}`);
      return null;
    }
  }
}
