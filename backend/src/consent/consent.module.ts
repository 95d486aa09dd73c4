import { Module } from '@nestjs/common';
import { ConsentsController } from './consents.controller';
import { ConsentsRepository } from './consents.repository';
import { ConsentsService } from './consents.service';

/** What people were told and agreed to, and how they take it back. */
@Module({
  controllers: [ConsentsController],
  providers: [ConsentsRepository, ConsentsService],
  exports: [ConsentsRepository],
})
export class ConsentModule {}
