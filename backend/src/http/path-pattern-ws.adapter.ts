import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { INestApplication } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { Observable } from 'rxjs';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { allowedOrigins } from '../auth';
import { CONFIGURATION, type Configuration } from '../config';
import { knownHosts } from './host-check';

interface Route {
  pattern: URLPattern;
  server: WebSocketServer;
}

function refuse(socket: Duplex, status: number): void {
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

  constructor(app: INestApplication) {
    super(app);
    const config = app.get<Configuration>(CONFIGURATION);
    this.origins = allowedOrigins(config);
    this.answersUnder = knownHosts(config);
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
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    if (url === null) return refuse(socket, 400);
    const { host, origin } = request.headers;
    if (!this.answersUnder(host)) return refuse(socket, 421);
    const route = this.routes.find(({ pattern }) => pattern.test(url));
    if (route === undefined) return refuse(socket, 404);
    // Programs send no origin, and have no user whose browser could be abused
    if (origin !== undefined && !this.origins.has(origin)) return refuse(socket, 403);
    route.server.handleUpgrade(request, socket, head, (client) => {
      route.server.emit('connection', client, request);
    });
  };
}
