import { Controller, Get, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { VerifyStorage } from '../../backup';
import { AdminOnly } from '../../common';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { StorageVerification } from '../dto/operations';
import { toStorageVerification } from './to-verification';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/storage')
export class StorageController {
  constructor(private readonly verifyStorage: VerifyStorage) {}

  @Get('verify')
  @ApiOperation({
    operationId: 'verifyStorage',
    summary: 'Whether all files are as they should be',
  })
  @ApiOkResponse({ standardSchema: StorageVerification })
  async verify(): Promise<StorageVerification> {
    return toStorageVerification(await this.verifyStorage.run());
  }
}
