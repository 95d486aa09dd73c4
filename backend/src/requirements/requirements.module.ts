import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent';
import { DocumentsModule } from '../documents';
import { GenerationModule } from '../generation';
import { SourcesModule } from '../sources';
import { SecondReader } from './extraction/second-reader';
import { FormattingProfilesController } from './formatting-profiles.controller';
import { KnownProfiles } from './known-profiles';
import { RequirementsController } from './requirements.controller';
import { RequirementsRepository } from './requirements.repository';
import { RequirementsService } from './requirements.service';
import { SharedProfilesRepository } from './shared-profiles.repository';

@Module({
  imports: [ConsentModule, DocumentsModule, GenerationModule, SourcesModule],
  controllers: [RequirementsController, FormattingProfilesController],
  providers: [
    KnownProfiles,
    RequirementsRepository,
    RequirementsService,
    SecondReader,
    SharedProfilesRepository,
  ],
  exports: [RequirementsService],
})
export class RequirementsModule {}
