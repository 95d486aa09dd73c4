import { Inject, Injectable, Logger } from '@nestjs/common';
import { ownWords } from '../citations';
import { paced } from '../common';
import { DocumentsService } from '../documents';
import { LengthRulesRepository } from '../generation';
import { SourceLibrary } from '../sources';
import type { CheckFinding, DocumentCheck, DocumentChecks } from './dto/checks';
import {
  type CheckedSection,
  type CheckedText,
  type Outcome,
  type TextCheck,
  unchecked,
} from './text-check';

/** Token for the checks, in the order in which they are shown. */
export const TEXT_CHECKS = Symbol('TextChecks');

const MOST_FINDINGS = 50;
const LONGEST_PASSAGE = 2000;

const shortened = (finding: CheckFinding): CheckFinding =>
  finding.passage === undefined
    ? finding
    : {
        ...finding,
        passage: { ...finding.passage, text: finding.passage.text.slice(0, LONGEST_PASSAGE) },
      };

function shown({ id }: TextCheck, { state, reason, summary, findings }: Outcome): DocumentCheck {
  const first = findings.slice(0, MOST_FINDINGS).map(shortened);
  return { id, state, reason, summary, findings: first, more: findings.length - first.length };
}

/** Asks a document's text every question there is. */
@Injectable()
export class ChecksService {
  private readonly logger = new Logger(ChecksService.name);

  constructor(
    private readonly documents: DocumentsService,
    private readonly library: SourceLibrary,
    private readonly lengths: LengthRulesRepository,
    @Inject(TEXT_CHECKS) private readonly checks: readonly TextCheck[],
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async check(ownerId: string, documentId: string): Promise<DocumentChecks> {
    const text = await this.read(ownerId, documentId);
    const items = await Promise.all(
      this.checks.map(async (check) => shown(check, await this.outcome(check, text))),
    );
    return { items };
  }

  private async read(ownerId: string, documentId: string): Promise<CheckedText> {
    const document = await this.documents.getOwned(ownerId, documentId);
    const sources = await this.library.list(documentId);
    const limits = await this.lengths.limits(ownerId, document);
    const sections: CheckedSection[] = [];
    await paced(document.sections, ({ id, title, content, wordCount }) => {
      if (content.trim() === '') return;
      sections.push({ id, title, content, wordCount, own: ownWords(content) });
    });
    return { ownerId, document, sections, sources, limits };
  }

  /** A check that fails by itself has not failed the text. */
  private async outcome(check: TextCheck, text: CheckedText): Promise<Outcome> {
    if (text.sections.length === 0) return unchecked('no_text', 'There is no text yet.');
    try {
      return await check.check(text);
    } catch (error) {
      this.logger.error({ err: error }, `The check of ${check.id} could not be made.`);
      return unchecked('check_failed', 'It could not be made. Try again in a moment.');
    }
  }
}
