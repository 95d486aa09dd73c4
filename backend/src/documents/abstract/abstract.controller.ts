import { Body, Controller, Get, Headers, Param, Patch, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RateLimit } from '../../rate-limit';
import { Abstract, UpdateAbstract } from '../dto/abstract';
import { EtagInterceptor } from '../etag.interceptor';
import { AbstractsService } from './abstracts.service';

@ApiTags('documents')
@SignedIn()
@UseInterceptors(EtagInterceptor)
@Controller('documents/:id/abstract')
export class AbstractController {
  constructor(private readonly abstracts: AbstractsService) {}

  @Get()
  @ApiOperation({ operationId: 'getAbstract', summary: 'The summary in front of the document' })
  @ApiOkResponse({ standardSchema: Abstract })
  get(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.abstracts.get(user.userId, id);
  }

  @Patch()
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'updateAbstract',
    summary: 'Store an edited abstract, which no writer replaces any more',
  })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: Abstract })
  update(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Body({ schema: UpdateAbstract }) body: UpdateAbstract,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.abstracts.edit(user.userId, id, body, ifMatch);
  }
}
