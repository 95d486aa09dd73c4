import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly, type Page, toPage } from '../../common';
import {
  type AdminPayment,
  AdminPaymentPage,
  AdminPaymentQuery,
  AllPayments,
} from '../../payments';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/payments')
export class PaymentsController {
  constructor(private readonly payments: AllPayments) {}

  @Get()
  @ApiOperation({ operationId: 'listAllPayments', summary: 'Of all users' })
  @ApiOkResponse({ standardSchema: AdminPaymentPage })
  async list(
    @Query({ schema: AdminPaymentQuery }) query: AdminPaymentQuery,
  ): Promise<Page<AdminPayment>> {
    const { items, total } = await this.payments.list(query);
    return toPage(items, total, query);
  }
}
