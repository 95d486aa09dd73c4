import { Body, Controller, Get, Headers, Param, Patch, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RateLimit } from '../../rate-limit';
import {
  FRONT_PARTS,
  FrontMatter,
  type FrontPart,
  FrontText,
  UpdateFrontText,
} from '../dto/front-text';
import { EtagInterceptor } from '../etag.interceptor';
import { FrontMatterService } from './front-matter.service';
import { FrontPartPipe } from './front-part.pipe';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id/front-matter')
export class FrontMatterController {
  constructor(private readonly texts: FrontMatterService) {}

  @Get()
  @ApiOperation({
    operationId: 'getFrontMatter',
    summary: 'The texts beside the sections: acknowledgements, abstracts, abbreviations',
  })
  @ApiOkResponse({ standardSchema: FrontMatter })
  async list(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return { items: await this.texts.list(user.userId, id) };
  }

  @Get(':part')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'getFrontText', summary: 'One of these texts' })
  @ApiParam({ name: 'part', enum: FRONT_PARTS })
  @ApiOkResponse({ standardSchema: FrontText })
  get(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('part', FrontPartPipe) part: FrontPart,
  ) {
    return this.texts.get(user.userId, id, part);
  }

  @Patch(':part')
  @OwnDocument()
  @UseInterceptors(EtagInterceptor)
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'updateFrontText',
    summary: 'Store an edited text, which no writer replaces any more',
  })
  @ApiParam({ name: 'part', enum: FRONT_PARTS })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: FrontText })
  update(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('part', FrontPartPipe) part: FrontPart,
    @Body({ schema: UpdateFrontText }) body: UpdateFrontText,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.texts.edit(user.userId, { documentId: id, part }, body, ifMatch);
  }
}
