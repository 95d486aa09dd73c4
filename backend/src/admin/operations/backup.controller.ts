import { Controller, Get, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { VerifyBackup } from '../../backup';
import { AdminOnly } from '../../common';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { BackupVerification } from '../dto/operations';
import { toBackupVerification } from './to-verification';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/backup')
export class BackupController {
  constructor(private readonly verifyBackup: VerifyBackup) {}

  @Get('verify')
  @ApiOperation({ operationId: 'verifyBackup', summary: 'Whether there is a backup to restore' })
  @ApiOkResponse({ standardSchema: BackupVerification })
  async verify(): Promise<BackupVerification> {
    return toBackupVerification(await this.verifyBackup.run());
  }
}
