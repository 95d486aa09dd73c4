import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { BibliographyService } from './bibliography.service';
import { Bibliography } from './dto/bibliography';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id/bibliography')
export class BibliographyController {
  constructor(private readonly bibliographies: BibliographyService) {}

  @Get()
  @ApiOperation({
    operationId: 'getBibliography',
    summary: 'What the text cites, in the style of the document',
  })
  @ApiOkResponse({ standardSchema: Bibliography })
  get(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.bibliographies.get(user.userId, id);
  }
}
