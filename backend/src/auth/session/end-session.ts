import { Injectable } from '@nestjs/common';
import { Revocations } from '../access/revocations';
import { SessionsRepository } from './sessions.repository';

/** Ends sessions at once: their refresh tokens and, on every replica, their access tokens. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly revocations: Revocations,
  ) {}

  async run(sessionId: string): Promise<void> {
    await this.sessions.end(sessionId);
    await this.revocations.publish({ sessionId });
  }

  /** All sessions of a user, as when the account is blocked. */
  async allOf(userId: string): Promise<void> {
    await this.sessions.endAll(userId);
    await this.revocations.publish({ userId });
  }
}
