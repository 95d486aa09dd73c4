import { maskCitations, quotationsOf } from '../../citations';
import type { CheckFinding } from '../dto/checks';
import type { CheckedSection } from '../text-check';
import type { ConsistencyRule } from './rule';
import { Variants } from './variants';

const CODE = /`[^`\n]*`/g;

/** Several kinds of quotation marks; those within a quotation are another matter. */
export class QuotationMarksRule implements ConsistencyRule {
  private readonly variants = new Variants();

  take({ id: sectionId, content }: CheckedSection): void {
    const plain = maskCitations(content).replace(CODE, (code) => ' '.repeat(code.length));
    for (const { start, end, open, close } of quotationsOf(plain)) {
      // both close a quotation that „ has opened
      const form = `${open}…${open === '„' ? '“' : close}`;
      this.variants.add('quotation', form, { sectionId, start, end });
    }
  }

  findings(): CheckFinding[] {
    return [...this.variants.unusual()].flatMap(({ form, usual, places }) =>
      places.map((place) => {
        const message = `Quotation marks ${form} here, and ${usual} elsewhere.`;
        return { kind: 'quotation_marks', ...place, message };
      }),
    );
  }
}
