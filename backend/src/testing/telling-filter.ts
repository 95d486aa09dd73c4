import { inspect } from 'node:util';
import { type ArgumentsHost, Catch } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemFilter } from '../common';
import { toProblemException } from '../common/problem.filter';

/** Test apps log nothing; what nobody has foreseen is told nevertheless, or its cause is lost. */
@Catch()
export class TellingFilter extends ProblemFilter {
  override catch(exception: unknown, host: ArgumentsHost): void {
    if (toProblemException(exception).code === 'INTERNAL') {
      const { method, originalUrl } = host.switchToHttp().getRequest<Request>();
      process.stderr.write(`${method} ${originalUrl} ${inspect(exception)}\n`);
    }
    super.catch(exception, host);
  }
}
