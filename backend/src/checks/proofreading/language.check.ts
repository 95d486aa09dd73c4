import { Injectable } from '@nestjs/common';
import { toCitableSource } from '../../citations';
import { foldWord } from '../../language';
import type { CheckFinding } from '../dto/checks';
import {
  type CheckedText,
  counted,
  failed,
  type Outcome,
  passed,
  type TextCheck,
  unchecked,
} from '../text-check';
import { piecesOf } from './annotated-pieces';
import { LanguageTool } from './language-tool';
import { variantOf } from './language-variant';
import { Proofreader, type ProofreadPiece } from './proofreader';

const MOST_SUGGESTIONS = 5;
const LONGEST_SAMPLE = 100_000;

/** Names that no dictionary has. */
function namesOf({ sources }: CheckedText): ReadonlySet<string> {
  const authors = sources.flatMap((source) => toCitableSource(source).authors);
  return new Set(authors.flatMap((name) => name.split(/[\s-]+/).map(foldWord)));
}

function findingsOf(
  { piece, matches }: ProofreadPiece,
  names: ReadonlySet<string>,
): CheckFinding[] {
  return matches.flatMap(({ message, offset, length, replacements, rule }) => {
    const written = piece.text.slice(offset, offset + length);
    const kind = rule.issueType ?? 'uncategorized';
    if (kind === 'misspelling' && names.has(foldWord(written))) return [];
    const start = piece.start + offset;
    const suggestions = replacements.slice(0, MOST_SUGGESTIONS).map(({ value }) => value);
    const place = { sectionId: piece.sectionId, start, end: start + written.length };
    return [{ kind, ...place, message: `“${written.slice(0, 100)}”: ${message}`, suggestions }];
  });
}

/** What a proofreading service finds in the text. */
@Injectable()
export class LanguageCheck implements TextCheck {
  readonly id = 'language';

  constructor(
    private readonly tool: LanguageTool,
    private readonly proofreader: Proofreader,
  ) {}

  async check(text: CheckedText): Promise<Outcome> {
    if (!this.tool.isConfigured)
      return unchecked('no_proofreader', 'No proofreading service is configured.');
    const { document, sections } = text;
    const sample = sections.map(({ own }) => own).join('\n');
    const variant = variantOf(document.language, sample.slice(0, LONGEST_SAMPLE));
    const pieces = sections.flatMap(piecesOf);
    const read = await this.proofreader.read(pieces, variant);
    const names = namesOf(text);
    const findings = read.pieces.flatMap((piece) => findingsOf(piece, names));
    if (read.failure !== null) {
      const share = `${String(read.pieces.length)} of ${counted(pieces.length, 'part')} were read.`;
      return unchecked('proofreader_failed', `${read.failure} ${share}`, findings);
    }
    if (findings.length === 0) return passed('Nothing was found by the proofreading service.');
    return failed(`${counted(findings.length, 'place')} to look at.`, findings);
  }
}
