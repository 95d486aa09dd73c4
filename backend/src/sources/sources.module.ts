import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PassageSearch } from './passages/passage-search';
import { SourceEntity } from './source.entity';
import { SourceLibrary } from './source-library';

@Module({
  imports: [TypeOrmModule.forFeature([SourceEntity])],
  providers: [SourceLibrary, PassageSearch],
  exports: [SourceLibrary, PassageSearch],
})
export class SourcesModule {}
