import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';

const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 120_000;
/** Node looks for connections whose time is over only every 30 s unless told otherwise. */
const CHECKING_INTERVAL_MS = 2000;

/**
 * Express on a server that hangs up on who sends slowly or nothing at all: 15 s for the headers,
 * counted from the connection, two minutes for the whole request.
 */
export class HttpServerAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    const timeouts = {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECKING_INTERVAL_MS,
    };
    this.httpServer = createServer(timeouts, this.getInstance());
  }
}
