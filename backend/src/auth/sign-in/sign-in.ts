import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail, originOf } from '../../audit';
import { ConsentsRepository } from '../../consent';
import { AccountBlocked, AccountService } from '../account/account.service';
import type { SignInProof } from '../dto/sign-in';
import { preferredLocale } from '../preferred-locale';
import { digest } from '../secrets';
import { SessionTokens } from '../session/session-tokens';
import { SignInAttemptsRepository } from './sign-in-attempts.repository';
import { SignInCodes } from './sign-in-codes';

/** Turns a mailed token or code into a session. */
@Injectable()
export class SignIn {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly attempts: SignInAttemptsRepository,
    private readonly codes: SignInCodes,
    private readonly account: AccountService,
    private readonly tokens: SessionTokens,
    private readonly audit: AuditTrail,
    private readonly consents: ConsentsRepository,
  ) {}

  /**
   * One transaction: a link is used up if and only if a session came of it.
   * @returns undefined for a proof that is wrong, spent, expired or another browser's
   * @throws AccountBlocked
   */
  async run(proof: SignInProof, browser: Buffer, request: Request) {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const email = await this.redeem(manager, proof, browser);
        if (email === undefined) return undefined;
        await this.attempts.close(manager, browser, email);
        return this.open(manager, email, request);
      });
    } catch (error) {
      if (error instanceof AccountBlocked) {
        const event = { action: 'sign_in.refused', actorId: error.userId } as const;
        await this.audit.record(event, originOf(request));
      }
      throw error;
    }
  }

  private async open(manager: EntityManager, email: string, request: Request) {
    const origin = originOf(request);
    const locale = preferredLocale(request);
    const user = await this.account.signIn(manager, email, { locale, origin });
    await this.consents.inform(manager, user.id, locale);
    const device = { userAgent: request.headers['user-agent'], address: origin.address };
    const session = await this.tokens.open(manager, user.id, device);
    const event = { action: 'sign_in.succeeded', actorId: user.id } as const;
    await this.audit.record({ ...event, subjectId: session.sessionId }, origin, manager);
    return { ...session, user };
  }

  private redeem(manager: EntityManager, proof: SignInProof, browser: Buffer) {
    if ('token' in proof) {
      return this.attempts.redeemToken(manager, digest(proof.token), browser);
    }
    const codes = this.codes.digests(proof.email, proof.code);
    return this.attempts.redeemCode(manager, proof.email, codes, browser);
  }
}
