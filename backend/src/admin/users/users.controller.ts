import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountControl, type AdminAct } from '../../auth';
import { AdminOnly, CsvResponse, IdPipe } from '../../common';
import { CurrentAct } from '../admin-act.decorator';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import {
  AdminUserDetails,
  AdminUserExportQuery,
  AdminUserPage,
  AdminUserQuery,
  BlockUser,
  ChangeUser,
  EndedSessions,
  UserSessionPage,
  UserSessionQuery,
} from '../dto/admin-user';
import { UsersView } from './users-view';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/users')
export class UsersController {
  constructor(
    private readonly users: UsersView,
    private readonly accounts: AccountControl,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listUsers', summary: 'Accounts, the newest first' })
  @ApiOkResponse({ standardSchema: AdminUserPage })
  list(@Query({ schema: AdminUserQuery }) query: AdminUserQuery) {
    return this.users.list(query);
  }

  @Get('export')
  @CsvResponse()
  @ApiOperation({ operationId: 'exportUsers', summary: 'All that match, as CSV' })
  export(@Query({ schema: AdminUserExportQuery }) query: AdminUserExportQuery) {
    return this.users.export(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getUser', summary: 'With what the account has and uses' })
  @ApiOkResponse({ standardSchema: AdminUserDetails })
  get(@Param('id', IdPipe) id: string) {
    return this.users.get(id);
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'changeUser',
    summary: 'Make an admin, or unmake one; give an allowance of tokens of their own',
  })
  @ApiOkResponse({ standardSchema: AdminUserDetails })
  async change(
    @Param('id', IdPipe) id: string,
    @Body({ schema: ChangeUser }) changes: ChangeUser,
    @CurrentAct() act: AdminAct,
  ) {
    await this.accounts.change(id, act, changes);
    return this.users.get(id);
  }

  @Post(':id/block')
  @HttpCode(200)
  @ApiOperation({ operationId: 'blockUser', summary: 'Keep a user out, at once' })
  @ApiOkResponse({ standardSchema: AdminUserDetails })
  async block(
    @Param('id', IdPipe) id: string,
    @Body({ schema: BlockUser }) { reason }: BlockUser,
    @CurrentAct() act: AdminAct,
  ) {
    await this.accounts.block(id, act, reason);
    return this.users.get(id);
  }

  @Post(':id/unblock')
  @HttpCode(200)
  @ApiOperation({ operationId: 'unblockUser' })
  @ApiOkResponse({ standardSchema: AdminUserDetails })
  async unblock(@Param('id', IdPipe) id: string, @CurrentAct() act: AdminAct) {
    await this.accounts.unblock(id, act);
    return this.users.get(id);
  }

  @Get(':id/sessions')
  @ApiOperation({ operationId: 'listSessionsOfUser', summary: 'Where a user is signed in' })
  @ApiOkResponse({ standardSchema: UserSessionPage })
  sessions(
    @Param('id', IdPipe) id: string,
    @Query({ schema: UserSessionQuery }) query: UserSessionQuery,
  ) {
    return this.users.sessionsOf(id, query);
  }

  @Post(':id/sessions/:sessionId/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSessionOfUser', summary: 'Sign a user out in one place' })
  @ApiNoContentResponse()
  async endSession(
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @CurrentAct() act: AdminAct,
  ): Promise<void> {
    await this.accounts.endSession(id, sessionId, act);
  }

  @Post(':id/sessions/end')
  @HttpCode(200)
  @ApiOperation({ operationId: 'endSessionsOfUser', summary: 'Sign a user out everywhere' })
  @ApiOkResponse({ standardSchema: EndedSessions })
  async endSessions(
    @Param('id', IdPipe) id: string,
    @CurrentAct() act: AdminAct,
  ): Promise<EndedSessions> {
    return { ended: await this.accounts.endSessions(id, act) };
  }
}
