import type { IncomingMessage } from 'node:http';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { WebSocket } from 'ws';
import { type Revocation, Revocations } from '../../auth';
import { ClientAuthentication } from './client-authentication';
import { CLOSE } from './close-codes';
import { ProgressClient } from './progress-client';
import { ProgressHub } from './progress-hub';

const PATH = '/api/v1/jobs/ws/generation/:documentId';

const MAX_MESSAGE_BYTES = 16 * 1024;
const SIGN_IN_MS = 5_000;
const TICK_MS = 1_000;
const TICKS_TO_PING = 20;

const lastSegment = (url = ''): string => url.split('?', 1)[0]?.split('/').at(-1) ?? '';

/**
 * Progress of the writing of a document, from any replica. The client's first message signs it in
 * and says what it has seen already; guards do not run for connections, so this is the guard.
 */
@WebSocketGateway({ path: PATH, maxPayload: MAX_MESSAGE_BYTES })
export class ProgressGateway
  implements OnModuleInit, OnGatewayConnection, OnGatewayDisconnect, OnApplicationShutdown
{
  /** One timer for all connections: they only wait, and each timer would cost memory. */
  private readonly timer = setInterval(() => this.tick(), TICK_MS).unref();
  readonly clients = new Map<WebSocket, ProgressClient>();
  private ticks = 0;

  constructor(
    private readonly authentication: ClientAuthentication,
    private readonly hub: ProgressHub,
    private readonly revocations: Revocations,
  ) {}

  onModuleInit(): void {
    this.revocations.all.subscribe((revoked) => this.recheck(revoked));
  }

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    const documentId = lastSegment(request.url);
    const onReady = () => this.hub.refresh(documentId);
    const client = new ProgressClient(socket, documentId, onReady);
    this.clients.set(socket, client);
    socket.on('message', (data, isBinary) => {
      void this.authentication.receive(client, data, isBinary);
    });
    socket.on('pong', () => (client.alive = true));
    // A frame too large, a broken one: ws closes the connection with the fitting code
    socket.on('error', () => undefined);
  }

  handleDisconnect(socket: WebSocket): void {
    const client = this.clients.get(socket);
    if (client === undefined) return;
    this.clients.delete(socket);
    this.hub.leave(client);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    this.ticks += 1;
    const now = Date.now();
    for (const client of this.clients.values()) this.checkTime(client, now);
    if (this.ticks % TICKS_TO_PING > 0) return;
    for (const client of this.clients.values()) this.ping(client);
  }

  private checkTime({ socket, credentials, openedAt }: ProgressClient, now: number): void {
    if (credentials === undefined) {
      if (now - openedAt >= SIGN_IN_MS) socket.close(CLOSE.unauthenticated, 'Sign in first.');
    } else if (credentials.principal.expiresAt.getTime() <= now) {
      socket.close(CLOSE.unauthenticated, 'The access token has expired.');
    }
  }

  private ping(client: ProgressClient): void {
    if (!client.alive) return client.socket.terminate();
    client.alive = false;
    client.socket.ping();
    void this.authentication.recheck(client);
  }

  /** Whose session or account has just changed may have to go now, not at the next ping. */
  private recheck(revoked: Revocation): void {
    for (const client of this.clients.values()) {
      const principal = client.credentials?.principal;
      const hit =
        'sessionId' in revoked
          ? principal?.sessionId === revoked.sessionId
          : principal?.userId === revoked.userId;
      if (hit) void this.authentication.recheck(client);
    }
  }
}
