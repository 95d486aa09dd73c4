import type { Server, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIGURATION, type Configuration } from '../config';

/**
 * The first thing that a shutdown does: says so. A balancer sends its requests elsewhere once it has
 * asked again, and only then the listener closes, so that nobody is turned away.
 */
@Injectable()
export class ShutdownNotice implements BeforeApplicationShutdown {
  private given = false;

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  get isGiven(): boolean {
    return this.given;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.given = true;
    const server = this.host.httpAdapter.getHttpServer() as Server;
    // A connection that is kept could be used again at the very moment it is closed
    server.prependListener('request', (_request, response: ServerResponse) => {
      response.setHeader('Connection', 'close');
    });
    await delay(this.config.http.drain * 1000);
  }
}
