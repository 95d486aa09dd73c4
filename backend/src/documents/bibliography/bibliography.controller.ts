import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { BibliographyService } from './bibliography.service';
import { Bibliography } from '../dto/bibliography';
import { BibliographyQuery } from '../dto/bibliography-query';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id/bibliography')
export class BibliographyController {
  constructor(private readonly bibliographies: BibliographyService) {}

  @Get()
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({
    operationId: 'getBibliography',
    summary: 'What the text cites, in the style of the document; or a file of references',
    description:
      'With `format` the answer is a download: application/x-bibtex, ' +
      'application/x-research-info-systems or application/vnd.citationstyles.csl+json.',
  })
  @ApiOkResponse({ standardSchema: Bibliography })
  get(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Query({ schema: BibliographyQuery }) query: BibliographyQuery,
  ) {
    return this.bibliographies.get(user.userId, id, query);
  }
}
