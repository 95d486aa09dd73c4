import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound, type Principal } from '../common';
import { type Document, DocumentsService, OutlineService, SectionsService } from '../documents';
import { SourceLibrary } from '../sources';
import { TokenBudget } from './budget/token-budget';
import type {
  GeneratedOutline,
  GeneratedSection,
  GenerateOutline,
  GenerateSection,
} from './dto/generate';
import type { GenerationModels } from './dto/models';
import type { GenerationUsage } from './dto/usage';
import { assertIdle } from './idle-document';
import { ModelRegistry } from './models/model-registry';
import { OutlineStep } from './steps/outline-step';
import { SectionStep } from './steps/section-step';

/** The steps of writing, one at a time and at once, for who waits for them. */
@Injectable()
export class GenerationService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly documents: DocumentsService,
    private readonly outlines: OutlineService,
    private readonly sections: SectionsService,
    private readonly library: SourceLibrary,
    private readonly outlineStep: OutlineStep,
    private readonly sectionStep: SectionStep,
  ) {}

  /** @throws ProblemException NOT_FOUND, JOB_ACTIVE, STALE_VERSION and those of the step */
  async outline(
    ownerId: string,
    { documentId, additionalRequirements: requirements }: GenerateOutline,
  ): Promise<GeneratedOutline> {
    const document = await this.idleDocument(ownerId, documentId);
    const drafted = await this.outlineStep.draft(document, { ownerId, requirements });
    const outline = await this.outlines.save(ownerId, document, drafted.outline, document.version);
    const words = outline.sections.map(({ targetWords }) => targetWords);
    return {
      outline,
      estimatedSections: words.filter((count) => count > 0).length,
      estimatedWordCount: words.reduce((sum, count) => sum + count, 0),
    };
  }

  /** @throws ProblemException NOT_FOUND, JOB_ACTIVE and those of the step */
  async section(
    ownerId: string,
    { documentId, sectionId, additionalRequirements: requirements }: GenerateSection,
  ): Promise<GeneratedSection> {
    const document = await this.idleDocument(ownerId, documentId);
    const drafted = await this.sectionStep.draft(document, sectionId, { ownerId, requirements });
    const { text, tokensUsed } = drafted;
    const { content, wordCount } = await this.dataSource.transaction((manager) =>
      this.sections.save(manager, text),
    );
    const sources = await this.library.list(documentId);
    const keys = new Map(sources.map(({ id, key }) => [id, key]));
    const citations = text.evidence.map(({ sourceId, locator, quotation }) => {
      return { key: keys.get(sourceId) ?? '', sourceId, locator, quotation };
    });
    return { sectionId, content, wordCount, citations, tokensUsed };
  }

  private async idleDocument(ownerId: string, documentId: string): Promise<Document> {
    const document = await this.documents.getOwned(ownerId, documentId);
    assertIdle(document);
    return document;
  }
}

/** What can be known about the writers and what they have cost. */
@Injectable()
export class GenerationFacts {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly budget: TokenBudget,
  ) {}

  models(): GenerationModels {
    const items = this.registry.models.map(({ id, provider, offline }) => ({
      id,
      provider,
      offline,
    }));
    return { items };
  }

  /** @throws ProblemException NOT_FOUND for another's, unless an admin asks */
  usage(caller: Principal, userId: string): Promise<GenerationUsage> {
    if (caller.userId !== userId && caller.role !== 'admin') throw notFound();
    return this.budget.usage(userId);
  }
}
