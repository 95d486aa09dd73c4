import { createParamDecorator, Injectable, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { unstorableText, validationProblem } from '../../../common';
import { FigureFields } from './figure';

/** A form sends what was left empty as an empty string. */
const stated = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

@Injectable()
export class FigureFieldsPipe implements PipeTransform<unknown, FigureFields> {
  transform(fields: unknown): FigureFields {
    const given = typeof fields === 'object' && fields !== null ? stated(fields) : {};
    const unstorable = unstorableText(given);
    if (unstorable.length > 0) throw validationProblem(unstorable);
    const result = FigureFields.safeParse(given);
    if (result.success) return result.data;
    throw validationProblem(result.error.issues);
  }
}

/** The fields beside a file; unlike `@Body()` unknown to the API document, which describes the form. */
export const FormFields = createParamDecorator(
  (_, context) => context.switchToHttp().getRequest<Request>().body as unknown,
);
