import { Injectable } from '@nestjs/common';
import { newId, versionFrom } from '../common';
import { type TextParagraph, TextFiles, type UploadedSource } from '../sources';
import type { ReplaceRequirements, Requirements, UploadedRequirements } from './dto/requirements';
import { extract } from './extraction/extract';
import { reconciled } from './extraction/reconcile';
import { SecondReader } from './extraction/second-reader';
import { warningsOf } from './extraction/warnings';
import { KnownProfiles } from './known-profiles';
import { replacedValues } from './replace-values';
import { RequirementsRepository } from './requirements.repository';

const PREVIEW = 2000;

const NOT_TWICE =
  'The language model could not read the rules as well; they were read by our own rules only.';

const previewOf = (paragraphs: readonly TextParagraph[]): string =>
  paragraphs
    .slice(0, 200)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, PREVIEW)
    .toWellFormed();

/** What a university rules of the form of a document: read from a file, confirmed by its student. */
@Injectable()
export class RequirementsService {
  constructor(
    private readonly requirements: RequirementsRepository,
    private readonly files: TextFiles,
    private readonly secondReader: SecondReader,
    private readonly profiles: KnownProfiles,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  get(ownerId: string, documentId: string): Promise<Requirements> {
    return this.requirements.get(ownerId, documentId);
  }

  /**
   * Reads the rules in a file and has them hold for the document, instead of those before.
   * @throws ProblemException NOT_FOUND, UNSUPPORTED_FILE, UNREADABLE_FILE, UNAVAILABLE
   */
  async upload(
    ownerId: string,
    documentId: string,
    file: UploadedSource | undefined,
  ): Promise<UploadedRequirements> {
    await this.requirements.get(ownerId, documentId);
    const paragraphs = await this.files.read(file);
    const read = await extract(paragraphs);
    const again = await this.secondReader.read(paragraphs, read.evidence, ownerId);
    const profile = reconciled([...read.evidence, ...(again ?? [])]);
    const warnings = [...warningsOf(profile, read), ...(again === null ? [NOT_TWICE] : [])];
    const id = newId();
    const preview = previewOf(paragraphs);
    const { version } = await this.requirements.change(ownerId, documentId, ({ titlePage }) => ({
      ...{ id, profile, titlePage, preview, warnings },
    }));
    return { id, profile, preview, warnings, version };
  }

  /**
   * Stores what the student confirms and corrects.
   * @throws ProblemException NOT_FOUND, STALE_VERSION
   */
  async replace(
    ownerId: string,
    documentId: string,
    { formatting, titlePage, profile, open }: ReplaceRequirements,
    ifMatch?: string,
  ): Promise<Requirements> {
    const version = versionFrom(ifMatch);
    const known = await this.profiles.find(ownerId, profile);
    return this.requirements.change(
      ownerId,
      documentId,
      (before) => ({
        id: before.id ?? newId(),
        profile: replacedValues(before.profile, formatting, { known: known?.formatting, open }),
        titlePage: titlePage ?? before.titlePage,
        preview: before.preview,
        warnings: [],
      }),
      version,
    );
  }
}
