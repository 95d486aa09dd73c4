import { Body, Controller, Get, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AdminAct } from '../../auth';
import { AdminOnly, toPage } from '../../common';
import {
  DiscountCode,
  DiscountCodePage,
  DiscountCodeQuery,
  DiscountCodes,
  Institution,
  InstitutionPage,
  InstitutionQuery,
  Institutions,
  NewDiscountCode,
  NewInstitution,
  PriceList,
  PriceLists,
} from '../../payments';
import { CurrentAct } from '../admin-act.decorator';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin')
export class PricesController {
  constructor(
    private readonly prices: PriceLists,
    private readonly discounts: DiscountCodes,
    private readonly institutions: Institutions,
  ) {}

  @Get('prices')
  @ApiOperation({ operationId: 'getPrices', summary: 'The price list that holds' })
  @ApiOkResponse({ standardSchema: PriceList })
  current() {
    return this.prices.current();
  }

  @Put('prices')
  @ApiOperation({ operationId: 'setPrices', summary: 'For what has not been quoted yet' })
  @ApiOkResponse({ standardSchema: PriceList })
  set(@Body({ schema: PriceList }) list: PriceList, @CurrentAct() { adminId, origin }: AdminAct) {
    return this.prices.set(list, adminId, origin);
  }

  @Get('discount-codes')
  @ApiOperation({ operationId: 'listDiscountCodes' })
  @ApiOkResponse({ standardSchema: DiscountCodePage })
  async codes(@Query({ schema: DiscountCodeQuery }) query: DiscountCodeQuery) {
    const { items, total } = await this.discounts.list(query);
    return toPage(items, total, query);
  }

  @Post('discount-codes')
  @ApiOperation({ operationId: 'createDiscountCode' })
  @ApiCreatedResponse({ standardSchema: DiscountCode })
  addCode(@Body({ schema: NewDiscountCode }) code: NewDiscountCode, @CurrentAct() act: AdminAct) {
    return this.discounts.add(code, act);
  }

  @Get('institutions')
  @ApiOperation({
    operationId: 'listInstitutions',
    summary: 'Who pays for pages of their students',
  })
  @ApiOkResponse({ standardSchema: InstitutionPage })
  async payers(@Query({ schema: InstitutionQuery }) query: InstitutionQuery) {
    const { items, total } = await this.institutions.list(query);
    return toPage(items, total, query);
  }

  @Put('institutions')
  @ApiOperation({ operationId: 'setInstitution', summary: 'Pages a month for a mail domain' })
  @ApiOkResponse({ standardSchema: Institution })
  setPayer(
    @Body({ schema: NewInstitution }) institution: NewInstitution,
    @CurrentAct() act: AdminAct,
  ) {
    return this.institutions.set(institution, act);
  }
}
