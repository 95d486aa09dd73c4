import { Injectable, type PipeTransform } from '@nestjs/common';
import { v7, validate } from 'uuid';
import { notFound } from './problem';

/** A new UUIDv7: sortable by time, so indexes on it grow at one end (RFC 9562). */
export const newId = (): string => v7();

/** An identifier in a path; what is no identifier names nothing, so it is not found. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw notFound();
    return value;
  }
}
