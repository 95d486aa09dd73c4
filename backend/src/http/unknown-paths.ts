import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { notFound, sendProblem } from '../common';

/**
 * What is left when no route and no file has answered. Nest's own answer of this kind covers only
 * what lies below the API's base path. Registered last, once all routes are.
 */
@Injectable()
export class UnknownPaths implements OnApplicationBootstrap {
  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    this.host.httpAdapter.use((request: Request, response: Response) => {
      sendProblem(request, response, notFound());
    });
  }
}
