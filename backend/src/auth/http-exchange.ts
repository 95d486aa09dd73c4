import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';

/** A request with the answer under way, for what deals in cookies and headers. */
export interface Exchange {
  request: Request;
  response: Response;
}

export const HttpExchange = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return { request: http.getRequest<Request>(), response: http.getResponse<Response>() };
});
