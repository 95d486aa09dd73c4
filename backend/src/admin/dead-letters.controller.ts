import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly, type Page, toPage } from '../common';
import { DeadLetters } from '../outbox';
import { AdminCallsInterceptor } from './admin-calls.interceptor';
import { type DeadLetter, DeadLetterPage, DeadLetterQuery } from './dto/dead-letter';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Get()
  @ApiOperation({ operationId: 'listDeadLetters', summary: 'Mails and other effects given up' })
  @ApiOkResponse({ standardSchema: DeadLetterPage })
  async list(
    @Query({ schema: DeadLetterQuery }) query: DeadLetterQuery,
  ): Promise<Page<DeadLetter>> {
    const { items, total } = await this.letters.list(query);
    const letters = items.map(({ createdAt, deadAt, ...letter }) => ({
      ...letter,
      createdAt: createdAt.toISOString(),
      deadAt: deadAt.toISOString(),
    }));
    return toPage(letters, total, query);
  }
}
