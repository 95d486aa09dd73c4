import { Injectable, Logger } from '@nestjs/common';
import { validate } from 'uuid';
import type { RawData } from 'ws';
import { AuthService } from '../../auth';
import { ProblemException } from '../../common';
import { JobLogRepository } from './job-log.repository';
import { type AuthMessage, parseClientMessage } from './client-message';
import { CLOSE } from './close-codes';
import type { ProgressClient } from './progress-client';
import { ProgressHub } from './progress-hub';

/** Messages of one client that may wait for their turn; a client has no use for more. */
const MAX_WAITING = 3;

/** Lets a client in by its first message, and goes on checking what it came in with. */
@Injectable()
export class ClientAuthentication {
  private readonly logger = new Logger(ClientAuthentication.name);

  constructor(
    private readonly auth: AuthService,
    private readonly jobs: JobLogRepository,
    private readonly hub: ProgressHub,
  ) {}

  /** Takes a message: the first signs in, a later one brings a newer token of the same person. */
  async receive(client: ProgressClient, data: RawData, isBinary: boolean): Promise<void> {
    const message = parseClientMessage(data, isBinary);
    if (message === undefined) return this.refuse(client, 'Send {"type":"auth","accessToken":…}.');
    if (client.waiting >= MAX_WAITING) {
      return client.socket.close(CLOSE.policyViolation, 'Too many messages at a time.');
    }
    client.waiting += 1;
    client.turn = client.turn.then(() => this.take(client, message));
    await client.turn;
  }

  /** Closes a client whose session has ended meanwhile. */
  async recheck(client: ProgressClient): Promise<void> {
    if (client.credentials === undefined) return;
    try {
      await this.auth.authenticate(client.credentials.accessToken);
    } catch (error) {
      if (isRefusal(error)) this.closeOn(client, error);
    }
  }

  private refuse({ socket, credentials }: ProgressClient, reason: string): void {
    socket.close(credentials ? CLOSE.policyViolation : CLOSE.unauthenticated, reason);
  }

  private async take(client: ProgressClient, message: AuthMessage): Promise<void> {
    try {
      if (client.open) await this.admit(client, message);
    } catch (error) {
      this.closeOn(client, error);
    } finally {
      client.waiting -= 1;
    }
  }

  private async admit(client: ProgressClient, { accessToken, afterSeq }: AuthMessage) {
    const principal = await this.auth.authenticate(accessToken);
    const before = client.credentials?.principal;
    if (before !== undefined && before.userId !== principal.userId) {
      return client.socket.close(CLOSE.unauthenticated, 'This is another account.');
    }
    client.credentials = { accessToken, principal };
    if (before !== undefined) return;
    const { documentId } = client;
    if (validate(documentId) && (await this.jobs.ownsDocument(principal.userId, documentId))) {
      return this.hub.join(client, afterSeq);
    }
    this.logger.warn({ code: 'NOT_FOUND' }, 'client refused');
    client.socket.close(CLOSE.notFound, 'There is nothing here, or it is not yours.');
  }

  private closeOn({ socket }: ProgressClient, error: unknown): void {
    if (isRefusal(error)) {
      this.logger.warn({ code: error.code }, 'client refused');
      return socket.close(CLOSE.unauthenticated, 'Sign in again.');
    }
    this.logger.error(error);
    socket.close(CLOSE.tryAgainLater, 'Try again in a moment.');
  }
}

const isRefusal = (error: unknown): error is ProblemException =>
  error instanceof ProblemException && error.getStatus() === 401;
