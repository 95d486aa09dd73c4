import { Controller, Get, Header, Module } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../common';
import { CurrentSettings } from './current-settings';
import { LocalText } from './settings';

const Notices = z
  .object({
    maintenance: z
      .object({ message: LocalText.nullable() })
      .nullable()
      .describe('Null: everything can be changed'),
    announcement: LocalText.nullable(),
    signUps: z.boolean(),
    generation: z.boolean(),
  })
  .meta({ id: 'Notices' });

type Notices = z.infer<typeof Notices>;

@ApiTags('notices')
@Public()
@Controller('notices')
class NoticesController {
  constructor(private readonly settings: CurrentSettings) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ operationId: 'getNotices', summary: 'What everybody is to know' })
  @ApiOkResponse({ standardSchema: Notices })
  get(): Notices {
    const { maintenance, announcement, signUps, generation } = this.settings.now;
    const { on, message } = maintenance;
    return { maintenance: on ? { message } : null, announcement, signUps, generation };
  }
}

/** What admins tell everybody. */
@Module({ controllers: [NoticesController] })
export class NoticesModule {}
