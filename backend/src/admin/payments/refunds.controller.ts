import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AdminAct } from '../../auth';
import { AdminOnly, IdPipe } from '../../common';
import {
  AdminRefundPage,
  AllRefunds,
  ApprovedRefund,
  DecideRefund,
  Refund,
  RefundQuery,
  RejectedRefund,
  toRefund,
} from '../../payments';
import { CurrentAct } from '../admin-act.decorator';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/refunds')
export class RefundsController {
  constructor(
    private readonly refunds: AllRefunds,
    private readonly decisions: DecideRefund,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listRefunds', summary: 'Refunds of all users' })
  @ApiOkResponse({ standardSchema: AdminRefundPage })
  list(@Query({ schema: RefundQuery }) query: RefundQuery) {
    return this.refunds.list(query);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'approveRefund',
    summary: 'Send the money back, all or a part of it',
  })
  @ApiOkResponse({ standardSchema: Refund })
  async approve(
    @Param('id', IdPipe) id: string,
    @Body({ schema: ApprovedRefund }) body: ApprovedRefund,
    @CurrentAct() act: AdminAct,
  ) {
    return toRefund(await this.decisions.approve(id, body, act));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rejectRefund' })
  @ApiOkResponse({ standardSchema: Refund })
  async reject(
    @Param('id', IdPipe) id: string,
    @Body({ schema: RejectedRefund }) body: RejectedRefund,
    @CurrentAct() act: AdminAct,
  ) {
    return toRefund(await this.decisions.reject(id, body, act));
  }
}
