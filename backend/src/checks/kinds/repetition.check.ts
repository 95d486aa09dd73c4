import { Injectable } from '@nestjs/common';
import { sentenceSpans } from '../../citations';
import { paced } from '../../common';
import { BARRIER, comparableWords, foldWord, placedWords, ShingleIndex } from '../../language';
import type { CheckFinding } from '../dto/checks';
import {
  type CheckedSection,
  type CheckedText,
  counted,
  failed,
  type Outcome,
  passed,
  type TextCheck,
} from '../text-check';

/** So many words in a row are no turn of phrase any more. */
const FEWEST_WORDS = 12;
/** A shorter sentence may well be said twice. */
const FEWEST_OF_SENTENCE = 6;
const HEADING = /^\s*#{1,6}\s/;

/** Finds what was said before, section by section and line by line. */
class Repetitions {
  readonly findings: CheckFinding[] = [];
  private readonly runs = new ShingleIndex(FEWEST_WORDS);
  /** Title of the section of each word that was indexed, barriers included. */
  private readonly titles: string[] = [];
  private readonly sentences = new Map<string, string>();

  constructor(private readonly language: CheckedText['document']['language']) {}

  /** @param line a line of the section's own words, which begins at `from` */
  take({ id: sectionId, title }: CheckedSection, line: string, from: number): void {
    if (HEADING.test(line)) return;
    const words = placedWords(line);
    const places = this.runs
      .runsIn(words.map(({ word }) => word))
      .map(({ at, length, indexed }) => ({
        start: words[at]?.start ?? 0,
        end: words[at + length - 1]?.end ?? 0,
        where: this.titles[indexed] ?? title,
      }));
    const sentences = this.saidBefore(line, title);
    const further = sentences.filter(({ start, end }) =>
      places.every((place) => place.end <= start || place.start >= end),
    );
    for (const { start, end, where } of [...places, ...further].sort((a, b) => a.start - b.start)) {
      const message = `This stands in “${where}” already.`;
      const place = { sectionId, start: from + start, end: from + end };
      this.findings.push({ kind: 'repeated', ...place, message });
    }
    const added = [...words.map(({ word }) => word), BARRIER];
    this.runs.add(added);
    for (const _ of added) this.titles.push(title);
  }

  /** Whole sentences that were met before; remembers them all. */
  private saidBefore(line: string, title: string) {
    return sentenceSpans(line, this.language).flatMap(({ start, end }) => {
      const words = comparableWords(line.slice(start, end));
      if (words.length < FEWEST_OF_SENTENCE || words.includes(BARRIER)) return [];
      const said = words.map(foldWord).join(' ');
      const where = this.sentences.get(said);
      if (where === undefined) this.sentences.set(said, title);
      return where === undefined ? [] : [{ start, end, where }];
    });
  }
}

/** Whether the text says something twice in the same words. */
@Injectable()
export class RepetitionCheck implements TextCheck {
  readonly id = 'repetition';

  async check({ document, sections }: CheckedText): Promise<Outcome> {
    const repetitions = new Repetitions(document.language);
    for (const section of sections) {
      await paced(section.own.matchAll(/[^\n]+/g), ({ index, 0: line }) => {
        repetitions.take(section, line, index);
      });
    }
    const { findings } = repetitions;
    if (findings.length === 0) return passed('Nothing is said twice in the same words.');
    return failed(`${counted(findings.length, 'place')} said before in the same words.`, findings);
  }
}
