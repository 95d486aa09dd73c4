import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportRepository } from './importing/import.repository';
import { PassageSearch } from './passages/passage-search';
import { SourceReader } from './reader/source-reader';
import { SourceEntity } from './source.entity';
import { SourceLibrary } from './source-library';
import { SourcesController } from './sources.controller';
import { SourcesRepository } from './sources.repository';
import { SourcesService } from './sources.service';

@Module({
  imports: [TypeOrmModule.forFeature([SourceEntity])],
  controllers: [SourcesController],
  providers: [
    ImportRepository,
    PassageSearch,
    SourceLibrary,
    SourceReader,
    SourcesRepository,
    SourcesService,
  ],
  exports: [SourceLibrary, PassageSearch],
})
export class SourcesModule {}
