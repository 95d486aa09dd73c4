import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit';
import { ConsentModule } from '../consent';
import { MailModule } from '../mail';
import { RateLimitGuard } from '../rate-limit';
import { SettingsGuard } from '../settings';
import { AccessGuard } from './access/access.guard';
import { AccessRulesCheck } from './access/access-rules.check';
import { AccessTokens, accessTokenOptions } from './access/access-tokens';
import { AuthService } from './access/auth.service';
import { JwtStrategy } from './access/jwt.strategy';
import { PrincipalCache } from './access/principal-cache';
import { Revocations } from './access/revocations';
import { SigningKeys } from './access/signing-keys';
import { SigningKeysModule } from './access/signing-keys.module';
import { AccountControl } from './account/account-control';
import { AccountErasure } from './account/account-erasure';
import { AccountService } from './account/account.service';
import { UserEntity } from './account/user.entity';
import { UsersRepository } from './account/users.repository';
import { AuthController } from './auth.controller';
import { EarlierSession } from './session/earlier-session';
import { EndSession } from './session/end-session';
import { Logout } from './session/logout';
import { RefreshSession } from './session/refresh-session';
import { RefreshTokensRepository } from './session/refresh-tokens.repository';
import { SessionCookies } from './session/session-cookies';
import { SessionTokens } from './session/session-tokens';
import { SessionsController } from './session/sessions.controller';
import { SessionsRepository } from './session/sessions.repository';
import { SessionsService } from './session/sessions.service';
import { Lockout } from './sign-in/lockout';
import { RequestMagicLink } from './sign-in/request-magic-link';
import { SignIn } from './sign-in/sign-in';
import { SignInAttemptsRepository } from './sign-in/sign-in-attempts.repository';
import { SignInCodes } from './sign-in/sign-in-codes';
import { SignInThrottle } from './sign-in/sign-in-throttle';
import { VerifyMagicLink } from './sign-in/verify-magic-link';

const access = [
  AccessGuard,
  AccessRulesCheck,
  AccessTokens,
  AuthService,
  JwtStrategy,
  PrincipalCache,
  Revocations,
];

const sessions = [
  EarlierSession,
  EndSession,
  Logout,
  RefreshSession,
  RefreshTokensRepository,
  SessionCookies,
  SessionsRepository,
  SessionsService,
  SessionTokens,
];

const signIn = [
  Lockout,
  RequestMagicLink,
  SignIn,
  SignInAttemptsRepository,
  SignInCodes,
  SignInThrottle,
  VerifyMagicLink,
];

/** Accounts, sessions, and the guards in front of every route. */
@Module({
  imports: [
    AuditModule,
    ConsentModule,
    DiscoveryModule,
    JwtModule.registerAsync({
      imports: [SigningKeysModule],
      inject: [SigningKeys],
      useFactory: accessTokenOptions,
    }),
    MailModule,
    PassportModule,
    SigningKeysModule,
    TypeOrmModule.forFeature([UserEntity]),
  ],
  controllers: [AuthController, SessionsController],
  providers: [
    ...access,
    ...sessions,
    ...signIn,
    AccountControl,
    AccountErasure,
    AccountService,
    UsersRepository,
    // in this order: requests are counted for the user whom the first has established, and what is
    // switched off is refused after both
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useExisting: RateLimitGuard },
    { provide: APP_GUARD, useExisting: SettingsGuard },
  ],
  exports: [
    AccountControl,
    AccountErasure,
    AuthService,
    EndSession,
    Revocations,
    SessionsRepository,
  ],
})
export class AuthModule {}
