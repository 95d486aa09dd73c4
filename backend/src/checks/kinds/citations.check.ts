import { Injectable } from '@nestjs/common';
import { checkCitations, parseCitations, toCitableSource } from '../../citations';
import { paced } from '../../common';
import type { CheckFinding } from '../dto/checks';
import {
  type CheckedText,
  counted,
  failed,
  type Outcome,
  passed,
  type TextCheck,
} from '../text-check';

/** Whether everything that cites resolves to a source of the document. */
@Injectable()
export class CitationsCheck implements TextCheck {
  readonly id = 'citations';

  async check({ document, sections, sources }: CheckedText): Promise<Outcome> {
    const citable = sources.map(toCitableSource);
    const findings: CheckFinding[] = [];
    let citations = 0;
    await paced(sections, ({ id: sectionId, content }) => {
      citations += parseCitations(content).clusters.length;
      for (const { kind, start, end, message } of checkCitations(
        content,
        citable,
        document.language,
      )) {
        findings.push({ kind, sectionId, start, end, message });
      }
    });
    if (findings.length > 0) {
      const summary = `${counted(findings.length, 'citation')} cannot be resolved.`;
      return failed(summary, findings);
    }
    if (citations === 0) return passed('The text cites nothing.');
    return passed(`${counted(citations, 'citation')}, each of a source of this document.`);
  }
}
