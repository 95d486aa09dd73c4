import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound, ProblemException } from '../../common';
import { identityOf } from '../csl/identity';
import type { SourceEdit } from '../dto/source-edit';
import type { KnownSource } from '../importing/known-source';
import { knownSources, lockSources } from '../importing/known-sources';
import { SourceIndex } from '../importing/source-index';
import { editItem } from './edit-item';

const UPDATE = `update sources set csl = $3, identity = $4, mandatory = $5, existence_check = $6
  where document_id = $1 and id = $2`;

const SAME =
  'With that it would be the same work as another source of the document. Correct the other one, ' +
  'or remove one of the two.';

/** Stores what owners correct in their sources. */
@Injectable()
export class EditRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND, CONFLICT, VALIDATION_FAILED */
  store(
    ownerId: string,
    documentId: string,
    id: string,
    { mandatory, ...facts }: SourceEdit,
  ): Promise<KnownSource> {
    return this.dataSource.transaction(async (manager) => {
      await lockSources(manager, ownerId, documentId);
      const known = await knownSources(manager, documentId);
      const source = known.find((one) => one.id === id);
      if (source === undefined) throw notFound();
      const csl = editItem(source.csl, facts);
      if (new SourceIndex(known).isOther(csl, source)) throw new ProblemException('CONFLICT', SAME);
      // what was found out is about the reference as it was
      const check = Object.keys(facts).length === 0 ? source.check : null;
      const edited = { ...source, csl, mandatory: mandatory ?? source.mandatory, check };
      const parameters = [documentId, id, csl, identityOf(csl), edited.mandatory, check];
      await manager.query(UPDATE, parameters);
      return edited;
    });
  }
}
