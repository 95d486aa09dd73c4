import { Body, Controller, Get, Header, HttpCode, Patch, Post, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentUser, type Principal, Public, SignedIn } from '../common';
import { DuringMaintenance } from '../settings';
import { AccountService } from './account/account.service';
import {
  AccessGrant,
  MagicLinkRequest,
  MagicLinkSent,
  SignedInGrant,
  SignInProof,
} from './dto/sign-in';
import { Me, UpdateMe } from './dto/user';
import { type Exchange, HttpExchange } from './http-exchange';
import { SameOriginGuard } from './same-origin.guard';
import { Logout } from './session/logout';
import { RefreshSession } from './session/refresh-session';
import { RequestMagicLink } from './sign-in/request-magic-link';
import { VerifyMagicLink } from './sign-in/verify-magic-link';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly requestMagicLink: RequestMagicLink,
    private readonly verifyMagicLink: VerifyMagicLink,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: Logout,
    private readonly account: AccountService,
  ) {}

  @Post('magic-link')
  @Public()
  @DuringMaintenance()
  @UseGuards(SameOriginGuard)
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestMagicLink', summary: 'Mail a sign-in link and code' })
  @ApiAcceptedResponse({ standardSchema: MagicLinkSent })
  request(
    @Body({ schema: MagicLinkRequest }) { email }: MagicLinkRequest,
    @HttpExchange() exchange: Exchange,
  ): Promise<MagicLinkSent> {
    return this.requestMagicLink.run(email, exchange);
  }

  @Post('verify-magic-link')
  @Public()
  @DuringMaintenance()
  @UseGuards(SameOriginGuard)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'verifyMagicLink', summary: 'Sign in with a mailed link or code' })
  @ApiOkResponse({ standardSchema: SignedInGrant })
  verify(
    @Body({ schema: SignInProof }) proof: SignInProof,
    @HttpExchange() exchange: Exchange,
  ): Promise<SignedInGrant> {
    return this.verifyMagicLink.run(proof, exchange);
  }

  @Post('refresh')
  @Public()
  @DuringMaintenance()
  @UseGuards(SameOriginGuard)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'refreshSession', summary: 'Exchange the refresh cookie' })
  @ApiOkResponse({ standardSchema: AccessGrant })
  refresh(@HttpExchange() exchange: Exchange): Promise<AccessGrant> {
    return this.refreshSession.run(exchange);
  }

  @Post('logout')
  @Public()
  @DuringMaintenance()
  @UseGuards(SameOriginGuard)
  @HttpCode(204)
  @ApiOperation({ operationId: 'logout', summary: 'End the session at once' })
  @ApiNoContentResponse()
  logout(@HttpExchange() exchange: Exchange): Promise<void> {
    return this.endSession.run(exchange);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ operationId: 'getMe', summary: 'The own account' })
  @ApiOkResponse({ standardSchema: Me })
  me(@CurrentUser() user: Principal): Promise<Me> {
    return this.account.me(user.userId);
  }

  @Patch('me')
  @SignedIn()
  @ApiOperation({ operationId: 'updateMe', summary: 'Change name or language' })
  @ApiOkResponse({ standardSchema: Me })
  update(
    @CurrentUser() user: Principal,
    @Body({ schema: UpdateMe }) changes: UpdateMe,
  ): Promise<Me> {
    return this.account.update(user.userId, changes);
  }
}
