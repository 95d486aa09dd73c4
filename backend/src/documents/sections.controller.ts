import { Body, Controller, Get, Headers, Param, Patch, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { Section, UpdateSection } from './dto/section';
import { EtagInterceptor } from './etag.interceptor';
import { SectionsService } from './sections.service';

@ApiTags('documents')
@SignedIn()
@UseInterceptors(EtagInterceptor)
@Controller('documents/:id/sections/:sectionId')
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Get()
  @ApiOperation({ operationId: 'getSection', summary: 'One section' })
  @ApiOkResponse({ standardSchema: Section })
  get(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('sectionId', IdPipe) sectionId: string,
  ) {
    return this.sections.get(user.userId, id, sectionId);
  }

  @Patch()
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'updateSection',
    summary: 'Store an edited text, if its citations resolve',
  })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: Section })
  update(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('sectionId', IdPipe) sectionId: string,
    @Body({ schema: UpdateSection }) body: UpdateSection,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.sections.edit(user.userId, id, sectionId, body, ifMatch);
  }
}
