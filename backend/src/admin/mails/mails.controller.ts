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
import {
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { AdminAct } from '../../auth';
import { AdminOnly, IdPipe, TimedPageQuery } from '../../common';
import { EtagInterceptor } from '../../documents';
import {
  ChangeMail,
  DraftMail,
  MailDesk,
  MailHistoryPage,
  type MailKey,
  MailKeyPipe,
  MailList,
  MailPage,
  MailPreview,
  MailQuery,
  MailView,
} from '../../mail';
import { CurrentAct } from '../admin-act.decorator';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { TestMail } from './test-mail';

/** Said here, since a pipe makes something else of it. */
const MAIL_ID = { name: 'id', schema: { type: 'string' }, example: 'sign-in.en' } as const;

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/mails')
export class MailsController {
  constructor(
    private readonly mails: MailList,
    private readonly desk: MailDesk,
    private readonly testMail: TestMail,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listMails', summary: 'Every mail in every language' })
  @ApiOkResponse({ standardSchema: MailPage })
  list(@Query({ schema: MailQuery }) query: MailQuery) {
    return this.mails.list(query);
  }

  @Get(':id')
  @ApiParam(MAIL_ID)
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'getMail', summary: 'What it says, part by part, and how it looks' })
  @ApiOkResponse({ standardSchema: MailView })
  view(@Param('id', MailKeyPipe) key: MailKey) {
    return this.desk.view(key);
  }

  @Patch(':id')
  @ApiParam(MAIL_ID)
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({
    operationId: 'changeMail',
    summary: 'For the next one that is sent; null gives back the built-in wording',
  })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: MailView })
  change(
    @Param('id', MailKeyPipe) key: MailKey,
    @Body({ schema: ChangeMail }) { texts }: ChangeMail,
    @CurrentAct() act: AdminAct,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.desk.change(key, texts, ifMatch, act);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @ApiParam(MAIL_ID)
  @ApiOperation({ operationId: 'previewMail', summary: 'A draft, filled with invented data' })
  @ApiOkResponse({ standardSchema: MailPreview })
  preview(
    @Param('id', MailKeyPipe) key: MailKey,
    @Body({ schema: DraftMail }) { texts }: DraftMail,
  ) {
    return this.desk.preview(key, texts);
  }

  @Post(':id/test')
  @HttpCode(204)
  @ApiParam(MAIL_ID)
  @ApiOperation({ operationId: 'testMail', summary: 'Send a draft to oneself' })
  @ApiNoContentResponse()
  async test(
    @Param('id', MailKeyPipe) key: MailKey,
    @Body({ schema: DraftMail }) { texts }: DraftMail,
    @CurrentAct() { adminId }: AdminAct,
  ): Promise<void> {
    await this.testMail.send(key, texts, adminId);
  }

  @Get(':id/history')
  @ApiParam(MAIL_ID)
  @ApiOperation({ operationId: 'listMailHistory', summary: 'Changes, by default the newest first' })
  @ApiOkResponse({ standardSchema: MailHistoryPage })
  history(
    @Param('id', MailKeyPipe) key: MailKey,
    @Query({ schema: TimedPageQuery }) query: TimedPageQuery,
  ) {
    return this.desk.history(key, query);
  }

  @Post('history/:id/undo')
  @HttpCode(200)
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'undoMail', summary: 'Set back what one change has set' })
  @ApiOkResponse({ standardSchema: MailView })
  undo(@Param('id', IdPipe) id: string, @CurrentAct() act: AdminAct) {
    return this.desk.undo(id, act);
  }
}
