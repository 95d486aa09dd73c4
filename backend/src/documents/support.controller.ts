import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { DocumentSupport, SectionSupport } from './dto/support';
import { SupportService } from './support.service';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id')
export class SupportController {
  constructor(private readonly support: SupportService) {}

  @Get('support')
  @ApiOperation({
    operationId: 'getDocumentSupport',
    summary: 'How far the sources carry the text, section by section',
  })
  @ApiOkResponse({ standardSchema: DocumentSupport })
  document(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.support.document(user.userId, id);
  }

  @Get('sections/:sectionId/support')
  @ApiOperation({
    operationId: 'getSectionSupport',
    summary: 'What each citation of a section rests on, and what cites nothing',
  })
  @ApiOkResponse({ standardSchema: SectionSupport })
  section(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('sectionId', IdPipe) sectionId: string,
  ) {
    return this.support.section(user.userId, id, sectionId);
  }
}
