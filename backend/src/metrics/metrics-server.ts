import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';
import type { MetricsAddress } from '../config';
import { METRICS_ADDRESS } from './metrics-address';

const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Answers Prometheus at an address of its own, so that no proxy in front of the product can show by
 * mistake what is meant for its operators. Without an address nothing listens.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name);
  private server: Server | undefined;

  constructor(@Inject(METRICS_ADDRESS) private readonly address: MetricsAddress | undefined) {}

  /** @throws Error when the address cannot be listened at */
  async onApplicationBootstrap(): Promise<void> {
    if (this.address === undefined) return;
    const { host, port, token } = this.address;
    if (register.getSingleMetric('process_cpu_seconds_total') === undefined)
      collectDefaultMetrics();
    const expected = Buffer.from(`Bearer ${token}`);
    this.server = createServer(
      { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
      (request, response) => void this.answer(request, response, expected),
    );
    this.server.listen(port, host);
    await once(this.server, 'listening');
  }

  /** Where it listens; undefined where it does not. */
  get port(): number | undefined {
    const address = this.server?.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  beforeApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse, expected: Buffer) {
    const { method, url, headers } = request;
    if (url !== '/metrics' || method !== 'GET') return end(response, 404);
    if (!isSame(headers.authorization, expected)) return end(response, 401);
    try {
      const text = await register.metrics();
      response.writeHead(200, { 'Content-Type': register.contentType }).end(text);
    } catch (error) {
      this.logger.error(error);
      end(response, 500);
    }
  }
}

function end(response: ServerResponse, status: number): void {
  const challenge = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  response.writeHead(status, challenge).end();
}

function isSame(given: string | undefined, expected: Buffer): boolean {
  const bytes = Buffer.from(given ?? '');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
