import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIGURATION, type Configuration } from '../config';
import { SandboxModule } from '../sandbox';
import { StorageModule } from '../storage';
import { EditRepository } from './editing/edit.repository';
import { SourceEditController } from './editing/source-edit.controller';
import { ExistenceCheckController } from './existence-check.controller';
import { ExistenceChecker } from './existence/existence-checker';
import { SourceFilesController } from './files/source-files.controller';
import { SourceFilesRepository } from './files/source-files.repository';
import { SourceFilesService } from './files/source-files.service';
import { ImportRepository } from './importing/import.repository';
import { MergesRepository } from './merging/merges.repository';
import { UndoMergeController } from './merging/undo-merge.controller';
import { UndoMergeService } from './merging/undo-merge.service';
import { PassageSearch } from './passages/passage-search';
import { PassageRanker } from './passages/ranking/passage-ranker';
import { DoiLookUp } from './providers/doi-look-up';
import { ProvidersModule } from './providers/providers.module';
import { WorkSearch } from './providers/work-search';
import { PublishedWorksService } from './published-works.service';
import { SourceReader } from './reader/source-reader';
import { SourceEntity } from './source.entity';
import { SourceLibrary } from './source-library';
import { SourcesController } from './sources.controller';
import { SourcesRepository } from './sources.repository';
import { SourcesService } from './sources.service';
import { TextFiles } from './text-files';
import { WorkSearchController } from './work-search.controller';
import { UploadDirectory, UploadDirectoryModule } from './upload/upload-directory';

@Module({
  imports: [
    ProvidersModule,
    SandboxModule,
    StorageModule,
    TypeOrmModule.forFeature([SourceEntity]),
    MulterModule.registerAsync({
      imports: [UploadDirectoryModule],
      inject: [UploadDirectory],
      useFactory: ({ path }: UploadDirectory) => ({ dest: path }),
    }),
  ],
  controllers: [
    WorkSearchController,
    ExistenceCheckController,
    SourcesController,
    SourceEditController,
    SourceFilesController,
    UndoMergeController,
  ],
  providers: [
    DoiLookUp,
    EditRepository,
    ExistenceChecker,
    ImportRepository,
    MergesRepository,
    PassageSearch,
    {
      provide: PassageRanker,
      inject: [CONFIGURATION],
      useFactory: ({ databaseUrl }: Configuration) => new PassageRanker(databaseUrl),
    },
    PublishedWorksService,
    SourceFilesRepository,
    SourceFilesService,
    SourceLibrary,
    SourceReader,
    SourcesRepository,
    SourcesService,
    TextFiles,
    UndoMergeService,
    WorkSearch,
  ],
  // with Multer, for who takes texts as well
  exports: [SourceLibrary, PassageSearch, TextFiles, MulterModule],
})
export class SourcesModule {}
