import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AdminAct } from '../../auth';
import { AdminOnly, IdPipe, TimedPageQuery } from '../../common';
import { EtagInterceptor } from '../../documents';
import { SettingsChange } from '../../settings';
import { CurrentAct } from '../admin-act.decorator';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { Reloaded, SettingsHistoryPage, SettingsView } from '../dto/settings';
import { SettingsDesk } from './settings-desk';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin')
export class SettingsController {
  constructor(private readonly settings: SettingsDesk) {}

  @Get('settings')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'getSettings', summary: 'What holds, and where it comes from' })
  @ApiOkResponse({ standardSchema: SettingsView })
  view() {
    return this.settings.view();
  }

  @Patch('settings')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({
    operationId: 'changeSettings',
    summary: 'With effect on every process within seconds; null gives back to the environment',
  })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: SettingsView })
  change(
    @Body({ schema: SettingsChange }) change: SettingsChange,
    @CurrentAct() act: AdminAct,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.settings.change(change, ifMatch, act);
  }

  @Get('settings/history')
  @ApiOperation({
    operationId: 'listSettingsHistory',
    summary: 'Changes, by default the newest first',
  })
  @ApiOkResponse({ standardSchema: SettingsHistoryPage })
  history(@Query({ schema: TimedPageQuery }) query: TimedPageQuery) {
    return this.settings.history(query);
  }

  @Post('settings/history/:id/undo')
  @HttpCode(200)
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'undoSettings', summary: 'Set back what one change has set' })
  @ApiOkResponse({ standardSchema: SettingsView })
  undo(@Param('id', IdPipe) id: string, @CurrentAct() act: AdminAct) {
    return this.settings.undo(id, act);
  }

  @Post('config/reload')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reloadConfiguration',
    summary: 'Has every process read the settings again; the environment is read at start only',
  })
  @ApiOkResponse({ standardSchema: Reloaded })
  reload() {
    return this.settings.reload();
  }
}
