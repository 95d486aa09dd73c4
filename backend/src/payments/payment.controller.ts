import { Body, Controller, Get, Header, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { originOf } from '../audit';
import { CurrentUser, IdPipe, type Principal, Public, SignedIn } from '../common';
import { RateLimit } from '../rate-limit';
import { StartsWriting } from '../settings';
import { Payment, PaymentPage, PaymentQuery, PaymentSummary } from './dto/payment';
import { Pricing } from './dto/pricing';
import { Refund, RequestedRefund, toRefund } from './dto/refund';
import {
  CreatedCheckout,
  CreatedIntent,
  StartPayment as StartPaymentBody,
} from './dto/start-payment';
import { PaymentService } from './payment.service';
import { RECEIPT_CONTENT, ReceiptQuery, Receipts } from './receipts/receipts';
import { RequestRefund } from './refunds/request-refund';
import { StartPayment } from './start-payment';

@ApiTags('payment')
@SignedIn()
@Controller('payment')
export class PaymentController {
  constructor(
    private readonly payments: PaymentService,
    private readonly starting: StartPayment,
    private readonly refunds: RequestRefund,
    private readonly receipts: Receipts,
  ) {}

  @Get('pricing')
  @Public()
  @ApiOperation({ operationId: 'getPricing', summary: 'What writing costs, if anything' })
  @ApiOkResponse({ standardSchema: Pricing })
  pricing() {
    return this.payments.pricing();
  }

  @Post('quote')
  @RateLimit('payments')
  @ApiOperation({
    operationId: 'quotePayment',
    summary: 'What writing a document costs, and until when',
  })
  @ApiCreatedResponse({ standardSchema: PaymentSummary })
  quote(
    @CurrentUser() user: Principal,
    @Body({ schema: StartPaymentBody }) body: StartPaymentBody,
  ) {
    return this.payments.quote(user.userId, body);
  }

  @Post('create-intent')
  @StartsWriting()
  @RateLimit('payments')
  @ApiOperation({ operationId: 'createPaymentIntent', summary: 'Pay by a form in the app' })
  @ApiCreatedResponse({ standardSchema: CreatedIntent })
  createIntent(
    @CurrentUser() user: Principal,
    @Body({ schema: StartPaymentBody }) body: StartPaymentBody,
  ) {
    return this.starting.createIntent(user.userId, body);
  }

  @Post('create-checkout')
  @StartsWriting()
  @RateLimit('payments')
  @ApiOperation({ operationId: 'createCheckout', summary: 'Pay on Stripe’s own page' })
  @ApiCreatedResponse({ standardSchema: CreatedCheckout })
  createCheckout(
    @CurrentUser() user: Principal,
    @Body({ schema: StartPaymentBody }) body: StartPaymentBody,
  ) {
    return this.starting.createCheckout(user.userId, body);
  }

  @Post('refunds')
  @RateLimit('payments')
  @ApiOperation({ operationId: 'requestRefund', summary: 'Ask for money back' })
  @ApiCreatedResponse({ standardSchema: Refund })
  async requestRefund(
    @CurrentUser() user: Principal,
    @Body({ schema: RequestedRefund }) body: RequestedRefund,
    @Req() request: Request,
  ) {
    return toRefund(await this.refunds.request(user.userId, body, originOf(request)));
  }

  @Get('history')
  @ApiOperation({ operationId: 'listPayments', summary: 'The caller’s payments, newest first' })
  @ApiOkResponse({ standardSchema: PaymentPage })
  history(@CurrentUser() user: Principal, @Query({ schema: PaymentQuery }) query: PaymentQuery) {
    return this.payments.list(user.userId, query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getPayment', summary: 'A payment with its refunds' })
  @ApiOkResponse({ standardSchema: Payment })
  get(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.payments.get(user.userId, id);
  }

  @Get(':id/receipt')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadReceipt', summary: 'The receipt of a payment, as PDF' })
  @ApiOkResponse(RECEIPT_CONTENT)
  receipt(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Query({ schema: ReceiptQuery }) query: ReceiptQuery,
  ) {
    return this.receipts.download(user.userId, id, query);
  }
}
