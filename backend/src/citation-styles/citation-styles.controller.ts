import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../common';
import { CitationStylesService } from './citation-styles.service';
import { CitationStyles, CitationStylesQuery } from './dto/citation-styles';

@ApiTags('documents')
@SignedIn()
@Controller('citation-styles')
export class CitationStylesController {
  constructor(private readonly styles: CitationStylesService) {}

  @Get()
  @ApiOperation({
    operationId: 'listCitationStyles',
    summary: 'The styles a document can choose from, each with a sample in the language',
  })
  @ApiOkResponse({ standardSchema: CitationStyles })
  list(@Query({ schema: CitationStylesQuery }) { language }: CitationStylesQuery) {
    return this.styles.list(language);
  }
}
