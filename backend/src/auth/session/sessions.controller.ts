import { Controller, Delete, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { originOf } from '../../audit';
import { CurrentUser, IdPipe, PageQuery, type Principal, SignedIn } from '../../common';
import { DuringMaintenance } from '../../settings';
import { SessionPage } from '../dto/session';
import { SessionsService } from './sessions.service';

@ApiTags('auth')
@SignedIn()
@DuringMaintenance()
@Controller('auth/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @ApiOperation({ operationId: 'listSessions', summary: 'Where the caller is signed in' })
  @ApiOkResponse({ standardSchema: SessionPage })
  list(@CurrentUser() user: Principal, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.sessions.list(user, query);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'Sign out everywhere else' })
  @ApiNoContentResponse()
  endOthers(@CurrentUser() user: Principal, @Req() request: Request) {
    return this.sessions.endOthers(user, originOf(request));
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out one of the own sessions' })
  @ApiNoContentResponse()
  end(
    @CurrentUser() user: Principal,
    @Param('sessionId', IdPipe) sessionId: string,
    @Req() request: Request,
  ) {
    return this.sessions.end(user, sessionId, originOf(request));
  }
}
