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
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountControl, type AdminAct } from '../auth';
import { AdminOnly, IdPipe } from '../common';
import { CurrentAct } from './admin-act.decorator';
import { AdminCallsInterceptor } from './admin-calls.interceptor';
import { AdminUser, AdminUserPage, AdminUserQuery, BlockUser, ChangeRole } from './dto/admin-user';
import { UsersQuery } from './users.query';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/users')
export class UsersController {
  constructor(
    private readonly users: UsersQuery,
    private readonly accounts: AccountControl,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listUsers', summary: 'Accounts, the newest first' })
  @ApiOkResponse({ standardSchema: AdminUserPage })
  list(@Query({ schema: AdminUserQuery }) query: AdminUserQuery) {
    return this.users.list(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getUser' })
  @ApiOkResponse({ standardSchema: AdminUser })
  get(@Param('id', IdPipe) id: string) {
    return this.users.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeRole', summary: 'Make an admin, or unmake one' })
  @ApiOkResponse({ standardSchema: AdminUser })
  async changeRole(
    @Param('id', IdPipe) id: string,
    @Body({ schema: ChangeRole }) { role }: ChangeRole,
    @CurrentAct() act: AdminAct,
  ) {
    await this.accounts.setRole(id, act, role);
    return this.users.get(id);
  }

  @Post(':id/block')
  @HttpCode(200)
  @ApiOperation({ operationId: 'blockUser', summary: 'Keep a user out, at once' })
  @ApiOkResponse({ standardSchema: AdminUser })
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
  @ApiOkResponse({ standardSchema: AdminUser })
  async unblock(@Param('id', IdPipe) id: string, @CurrentAct() act: AdminAct) {
    await this.accounts.unblock(id, act);
    return this.users.get(id);
  }
}
