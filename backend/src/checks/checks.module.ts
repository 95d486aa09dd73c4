import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents';
import { GenerationModule } from '../generation';
import { SourcesModule } from '../sources';
import { ChecksController } from './checks.controller';
import { ChecksService, TEXT_CHECKS } from './checks.service';
import { ConsistencyCheck } from './consistency/consistency.check';
import { CitationsCheck } from './kinds/citations.check';
import { LengthCheck } from './kinds/length.check';
import { RepetitionCheck } from './kinds/repetition.check';
import { SupportCheck } from './kinds/support.check';
import { LanguageCheck } from './proofreading/language.check';
import { LanguageTool } from './proofreading/language-tool';
import { Proofreader } from './proofreading/proofreader';
import { OverlapCheck } from './overlap/overlap.check';
import { JudgementsRepository } from './requirements/judgements.repository';
import { RequirementsCheck } from './requirements/requirements.check';
import type { TextCheck } from './text-check';

/** In the order in which they are shown. */
const CHECKS = [
  CitationsCheck,
  SupportCheck,
  OverlapCheck,
  LengthCheck,
  RepetitionCheck,
  ConsistencyCheck,
  LanguageCheck,
  RequirementsCheck,
];

@Module({
  imports: [DocumentsModule, GenerationModule, SourcesModule],
  controllers: [ChecksController],
  providers: [
    ChecksService,
    JudgementsRepository,
    LanguageTool,
    Proofreader,
    ...CHECKS,
    {
      provide: TEXT_CHECKS,
      inject: CHECKS,
      useFactory: (...checks: TextCheck[]): readonly TextCheck[] => checks,
    },
  ],
})
export class ChecksModule {}
