import { Injectable } from '@nestjs/common';
import { paced } from '../../common';
import { comparableWords } from '../../language';
import { PassageSearch } from '../../sources';
import {
  type CheckedText,
  counted,
  failed,
  type Outcome,
  passed,
  type TextCheck,
  unchecked,
} from '../text-check';
import { overlapFindings } from './overlap-findings';
import { TextRuns } from './text-runs';

/** About three seconds of work; the largest libraries have more. */
const MOST_PASSAGES = 60_000;

/** Whether words of the sources stand in the text without quotation marks. */
@Injectable()
export class OverlapCheck implements TextCheck {
  readonly id = 'overlap';

  constructor(private readonly passages: PassageSearch) {}

  async check({ document, sections }: CheckedText): Promise<Outcome> {
    const runs = await TextRuns.of(sections);
    const { compared, whole } = await this.compare(document.id, runs);
    if (compared === 0)
      return unchecked('no_source_text', 'The sources have no text to compare with.');
    const findings = overlapFindings(runs.longest());
    const among = `Compared with ${counted(compared, 'passage')} of the sources`;
    if (findings.length === 0) {
      if (!whole)
        return unchecked(
          'partly_compared',
          `${among}, which have more: nothing is copied from these.`,
        );
      return passed(`${among}: nothing is copied without quotation marks.`);
    }
    return failed(
      `${among}: ${counted(findings.length, 'place')} copied without quotation marks.`,
      findings,
    );
  }

  private async compare(documentId: string, runs: TextRuns) {
    let compared = 0;
    let seen = 0;
    for await (const batch of this.passages.all(documentId)) {
      if (seen >= MOST_PASSAGES) return { compared, whole: false };
      seen += batch.length;
      await paced(batch, (passage) => {
        // an annotation is somebody's note on a source, not words of it
        if (passage.kind === 'annotation') return;
        compared += 1;
        runs.compare(passage, comparableWords(passage.text));
      });
    }
    return { compared, whole: true };
  }
}
