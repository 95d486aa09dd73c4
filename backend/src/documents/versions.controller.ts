import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { Provenance } from './dto/provenance';
import { Section } from './dto/section';
import { Version, VersionPage, VersionQuery } from './dto/version';
import { EtagInterceptor } from './etag.interceptor';
import { ProvenanceService } from './provenance/provenance.service';
import { VersionsService } from './versions.service';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly provenances: ProvenanceService,
  ) {}

  @Get('provenance')
  @ApiOperation({ operationId: 'getProvenance', summary: 'Who wrote what, character by character' })
  @ApiOkResponse({ standardSchema: Provenance })
  provenance(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.provenances.get(user.userId, id);
  }

  @Get('versions')
  @OwnDocument()
  @ApiOperation({ operationId: 'listVersions', summary: 'Earlier texts, newest first' })
  @ApiOkResponse({ standardSchema: VersionPage })
  list(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Query({ schema: VersionQuery }) query: VersionQuery,
  ) {
    return this.versions.list(user.userId, id, query);
  }

  @Get('versions/:versionId')
  @ApiOperation({ operationId: 'getVersion', summary: 'A section’s text as it was' })
  @ApiOkResponse({ standardSchema: Version })
  get(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('versionId', IdPipe) versionId: string,
  ) {
    return this.versions.get(user.userId, id, versionId);
  }

  @Post('versions/:versionId/restore')
  @HttpCode(200)
  @OwnDocument()
  @RateLimit('document-writes')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'restoreVersion', summary: 'Give a section a text it had before' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: Section })
  restore(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('versionId', IdPipe) versionId: string,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.versions.restore(user.userId, id, versionId, ifMatch);
  }
}
