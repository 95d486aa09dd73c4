import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap } from 'rxjs';
import { contentDisposition } from '../../common';
import type { ComplianceReport } from './outcome';

/** Has browsers store a report that is asked for as a download, under a name of its own. */
@Injectable()
export class ReportFileInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<ComplianceReport>) {
    const http = context.switchToHttp();
    const { download } = http.getRequest<Request>().query;
    if (download !== 'true') return next.handle();
    const response = http.getResponse<Response>();
    const name = ({ format }: ComplianceReport) =>
      contentDisposition(`compliance-${format}`, 'json');
    return next
      .handle()
      .pipe(tap((report) => response.setHeader('Content-Disposition', name(report))));
  }
}
