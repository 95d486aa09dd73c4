import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../common';
import { FRONT_PARTS, type FrontPart } from '../dto/front-text';

/** A part in a path; what is none names nothing, so it is not found. */
@Injectable()
export class FrontPartPipe implements PipeTransform<string, FrontPart> {
  transform(value: string): FrontPart {
    const part = FRONT_PARTS.find((one) => one === value);
    if (part === undefined) throw notFound();
    return part;
  }
}
