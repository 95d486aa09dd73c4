import { Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Public } from '../common';
import { Uncounted } from '../rate-limit';
import { DuringMaintenance } from '../settings';
import { Webhook } from './stripe/webhook';

const Received = z.object({ received: z.literal(true) }).meta({ id: 'ReceivedEvent' });

/** The signature is what lets a caller in; Stripe sends bursts, and again what was not answered. */
@ApiTags('payment')
@Public()
@Uncounted()
@DuringMaintenance()
@Controller('payment/webhook')
export class WebhookController {
  constructor(private readonly webhook: Webhook) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'receiveStripeEvent', summary: 'For Stripe: an event, signed' })
  @ApiOkResponse({ standardSchema: Received })
  receive(
    @Req() { body }: Request<unknown, unknown, unknown>,
    @Headers('stripe-signature') signature?: string,
  ) {
    return this.webhook.receive(body, signature);
  }
}
