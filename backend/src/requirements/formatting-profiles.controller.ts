import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { RateLimit } from '../rate-limit';
import { KnownProfile, KnownProfileList, ShareProfile } from './dto/formatting-profile';
import { KnownProfiles } from './known-profiles';

@ApiTags('requirements')
@SignedIn()
@Controller('formatting-profiles')
export class FormattingProfilesController {
  constructor(private readonly profiles: KnownProfiles) {}

  @Get()
  @ApiOperation({
    operationId: 'listFormattingProfiles',
    summary: 'Ready-made profiles, and those shared within the caller’s university',
  })
  @ApiOkResponse({ standardSchema: KnownProfileList })
  list(@CurrentUser() user: Principal) {
    return this.profiles.list(user.userId);
  }

  @Post()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'shareFormattingProfile',
    summary: 'Share a document’s rules within the university of the caller’s address',
  })
  @ApiCreatedResponse({ standardSchema: KnownProfile })
  share(@CurrentUser() user: Principal, @Body({ schema: ShareProfile }) body: ShareProfile) {
    return this.profiles.share(user.userId, body);
  }

  @Delete(':profileId')
  @HttpCode(204)
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'deleteFormattingProfile',
    summary: 'Take back a profile that the caller has shared',
  })
  @ApiNoContentResponse()
  remove(@CurrentUser() user: Principal, @Param('profileId', IdPipe) id: string) {
    return this.profiles.remove(user.userId, id);
  }
}
