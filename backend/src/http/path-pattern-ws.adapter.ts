import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { WsAdapter } from '@nestjs/platform-ws';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { Observable } from 'rxjs';
import proxyAddress from 'proxy-addr';
import type { Express } from 'express';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { allowedOrigins } from '../auth';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { loggedPath } from '../logging';
import { clientAddress, RequestFlood } from '../rate-limit';
import { knownHosts } from './host-check';

interface Route {
  pattern: URLPattern;
  server: WebSocketServer;
}

type Trust = (address: string, hop: number) => boolean;

/** Express, which does not see these requests, is told by the same setting which proxies to trust. */
function addressOf(request: IncomingMessage, trust: Trust): string {
  return clientAddress({ ip: proxyAddress(request, trust) });
}

const logger = new Logger('Refused');

/** Behind no middleware, so that it says so in the log itself. */
function refuse({ method, url }: IncomingMessage, socket: Duplex, status: number): void {
  const req = { method, path: loggedPath(url ?? '/') };
  logger.warn({ req, res: { statusCode: status } }, 'connection refused');
  socket.end(
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`,
  );
}

/**
 * Gateways whose `path` is a pattern, such as `/rooms/:id`; Nest's own adapter takes fixed paths
 * only. Browsers of other origins are refused as CORS refuses them.
 *
 * @example app.useWebSocketAdapter(new PathPatternWsAdapter(app));
 */
export class PathPatternWsAdapter extends WsAdapter {
  private readonly routes: Route[] = [];
  private readonly origins: ReadonlySet<string>;
  private readonly answersUnder: (host: string | undefined) => boolean;
  private readonly flood: RequestFlood;
  private readonly trust: Trust;

  constructor(app: NestExpressApplication) {
    super(app);
    const config = app.get<Configuration>(CONFIGURATION);
    this.origins = allowedOrigins(config);
    this.answersUnder = knownHosts(config);
    this.flood = app.get(RequestFlood);
    this.trust = (app.getHttpAdapter().getInstance() as Express).get('trust proxy fn') as Trust;
  }

  override create(_port: number, { path, ...options }: ServerOptions): WebSocketServer {
    const server = new WebSocketServer({ ...options, noServer: true });
    if (this.routes.length === 0) (this.httpServer as Server).on('upgrade', this.upgrade);
    this.routes.push({ pattern: new URLPattern({ pathname: path }), server });
    return server;
  }

  /** A gateway without message handlers needs none of the observables, which cost memory each. */
  override bindMessageHandlers(
    client: WebSocket,
    handlers: MessageMappingProperties[],
    transform: (data: unknown) => Observable<unknown>,
  ): void {
    if (handlers.length > 0) super.bindMessageHandlers(client, handlers, transform);
  }

  override dispose(): Promise<void> {
    (this.httpServer as Server).off('upgrade', this.upgrade);
    return super.dispose();
  }

  private readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    // Behind no middleware and no filter: what throws here ends the process
    const route = this.admit(request);
    if (typeof route === 'number') return refuse(request, socket, route);
    route.server.handleUpgrade(request, socket, head, (client) => {
      route.server.emit('connection', client, request);
    });
  };

  /** Where the request belongs, or the status with which it is refused. */
  private admit(request: IncomingMessage): Route | number {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    if (url === null) return 400;
    const { host, origin } = request.headers;
    if (!this.answersUnder(host)) return 421;
    const route = this.routes.find(({ pattern }) => pattern.test(url));
    if (route === undefined) return 404;
    // Programs send no origin, and have no user whose browser could be abused
    if (origin !== undefined && !this.origins.has(origin)) return 403;
    return this.isFlooded(request) ? 429 : route;
  }

  private isFlooded(request: IncomingMessage): boolean {
    try {
      this.flood.count(addressOf(request, this.trust));
      return false;
    } catch (error) {
      if (error instanceof ProblemException) return true;
      throw error;
    }
  }
}
