import { Module } from '@nestjs/common';
import { AuthService } from './auth.service';

/** Accounts, sessions, and the guard in front of every route. */
@Module({ providers: [AuthService], exports: [AuthService] })
export class AuthModule {}
