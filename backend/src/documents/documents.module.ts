import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxModule } from '../outbox';
import { SourcesModule } from '../sources';
import { StorageModule } from '../storage';
import { BibliographyController } from './bibliography/bibliography.controller';
import { BibliographyFormatter } from './bibliography/bibliography-formatter';
import { BibliographyService } from './bibliography/bibliography.service';
import { SourceCitationsController } from './citing/source-citations.controller';
import { SourceCitationsQuery } from './citing/source-citations.query';
import { DocumentCounts } from './document-counts';
import { DocumentEntity } from './document.entity';
import { DocumentsController } from './documents.controller';
import { DocumentsRepository } from './documents.repository';
import { DocumentsService } from './documents.service';
import { GoneSourcesController } from './merging/gone-sources.controller';
import { GoneSourcesQuery } from './merging/gone-sources.query';
import { JoinsRepository } from './merging/joins.repository';
import { MergeRepository } from './merging/merge.repository';
import { MergeRewritings } from './merging/merge-rewritings';
import { MergeSourcesController } from './merging/merge-sources.controller';
import { MergeSourcesService } from './merging/merge-sources.service';
import { UndoJoinService } from './merging/undo-join.service';
import { FrontMatterController } from './front-matter/front-matter.controller';
import { FrontMatterRepository } from './front-matter/front-matter.repository';
import { FrontMatterService } from './front-matter/front-matter.service';
import { OutlineController } from './outline.controller';
import { OutlineService } from './outline.service';
import { ActivityQuery } from './overview/activity.query';
import { FactsQuery } from './overview/facts.query';
import { OverviewController } from './overview/overview.controller';
import { OverviewService } from './overview/overview.service';
import { StatsQuery } from './overview/stats.query';
import { ProvenanceService } from './provenance/provenance.service';
import { SectionHistory } from './provenance/section-history';
import { VersionsRepository } from './provenance/versions.repository';
import { SectionEntity } from './section.entity';
import { SectionsController } from './sections.controller';
import { SectionsRepository } from './sections.repository';
import { SectionsService } from './sections.service';
import { SuggestionsController } from './suggestions/suggestions.controller';
import { SuggestionsRepository } from './suggestions/suggestions.repository';
import { SuggestionsService } from './suggestions/suggestions.service';
import { VersionsController } from './versions.controller';
import { VersionsService } from './versions.service';
import { SupportController } from './support.controller';
import { SupportService } from './support.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([DocumentEntity, SectionEntity]),
    OutboxModule,
    SourcesModule,
    StorageModule,
  ],
  controllers: [
    // its paths would be taken for the ids of documents
    OverviewController,
    BibliographyController,
    DocumentsController,
    FrontMatterController,
    GoneSourcesController,
    MergeSourcesController,
    OutlineController,
    SectionsController,
    SuggestionsController,
    SourceCitationsController,
    VersionsController,
    SupportController,
  ],
  providers: [
    ActivityQuery,
    { provide: BibliographyFormatter, useFactory: () => new BibliographyFormatter() },
    BibliographyService,
    DocumentCounts,
    DocumentsRepository,
    DocumentsService,
    FactsQuery,
    FrontMatterRepository,
    FrontMatterService,
    GoneSourcesQuery,
    JoinsRepository,
    MergeRepository,
    MergeRewritings,
    MergeSourcesService,
    OutlineService,
    OverviewService,
    ProvenanceService,
    SectionHistory,
    SectionsRepository,
    SectionsService,
    SourceCitationsQuery,
    StatsQuery,
    SuggestionsRepository,
    SuggestionsService,
    VersionsRepository,
    VersionsService,
    SupportService,
    UndoJoinService,
  ],
  exports: [
    DocumentCounts,
    DocumentsService,
    FrontMatterService,
    OutlineService,
    ProvenanceService,
    SectionsService,
    SuggestionsService,
    SupportService,
  ],
})
export class DocumentsModule {}
