import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, type Principal, SignedIn } from '../common';
import { atOnce, RateLimit } from '../rate-limit';
import { PersonalArchive } from './archive/personal-archive';
import { DeleteAccount } from './dto/account';
import { EraseAccount } from './erasure/erase-account';

const ARCHIVE = {
  description: 'The archive',
  content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
} as const;

/** What a person may ask of whoever keeps data about them. */
@ApiTags('account')
@SignedIn()
@Controller('account')
export class AccountController {
  constructor(
    private readonly archive: PersonalArchive,
    private readonly eraseAccount: EraseAccount,
  ) {}

  @Get('data')
  @RateLimit('document-writes')
  @UseInterceptors(atOnce(1))
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadPersonalData', summary: 'All own data as one archive' })
  @ApiOkResponse(ARCHIVE)
  data(@CurrentUser() { userId }: Principal): StreamableFile {
    const options = {
      type: 'application/zip',
      disposition: 'attachment; filename="tesigo-data.zip"',
    };
    return new StreamableFile(this.archive.of(userId), options);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteAccount',
    summary: 'Delete the account and all that is in it',
  })
  @ApiNoContentResponse()
  remove(
    @CurrentUser() user: Principal,
    @Body({ schema: DeleteAccount }) { email }: DeleteAccount,
  ): Promise<void> {
    return this.eraseAccount.run(user, email);
  }
}
