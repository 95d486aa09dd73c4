import { type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import { notFound, type Principal } from '../common';

const OWNED = 'select 1 from documents where id = $1 and owner_id = $2';

type OwnersRequest = Request<{ id: string }> & { user: Principal };

@Injectable()
export class OwnDocumentGuard implements CanActivate {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<OwnersRequest>();
    const { id } = request.params;
    if (!validate(id)) throw notFound();
    const rows = await this.dataSource.query<unknown[]>(OWNED, [id, request.user.userId]);
    if (rows.length === 0) throw notFound();
    return true;
  }
}

/**
 * A route that takes something in for the document in its path: whoever does not own that learns
 * nothing of what is wrong with the request, and uploads nothing. The queries behind it ask for the
 * owner all the same.
 *
 * @example @Patch(':id') @OwnDocument() update() {}
 */
export const OwnDocument = () => UseGuards(OwnDocumentGuard);
