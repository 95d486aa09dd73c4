import { Module } from '@nestjs/common';
import { CitationStylesController } from './citation-styles.controller';
import { CitationStylesService } from './citation-styles.service';

@Module({ controllers: [CitationStylesController], providers: [CitationStylesService] })
export class CitationStylesModule {}
