import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound } from '../../common';
import { identityColumns } from '../csl/identity';
import type { SourceEdit } from '../dto/source-edit';
import type { KnownSource } from '../importing/known-source';
import { knownSource, lockSources } from '../importing/known-sources';
import { raiseRevision } from '../importing/raise-revision';
import { assertNoOther } from './assert-no-other';
import { editItem } from './edit-item';

const UPDATE = `update sources set csl = $3, identity = $4, mandatory = $5, existence_check = $6,
    doi = $7, work = $8, title_start = $9
  where document_id = $1 and id = $2`;

/** Stores what owners correct in their sources. */
@Injectable()
export class EditRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND, CONFLICT, VALIDATION_FAILED */
  store(
    ownerId: string,
    documentId: string,
    id: string,
    { mandatory, ...edit }: SourceEdit,
  ): Promise<KnownSource> {
    return this.dataSource.transaction(async (manager) => {
      await lockSources(manager, ownerId, documentId);
      const source = await knownSource(manager, documentId, id);
      if (source === undefined) throw notFound();
      const csl = editItem(source.csl, edit);
      await assertNoOther(manager, documentId, csl, source);
      // what was found out is about the reference as it was
      const check = Object.keys(edit).length === 0 ? source.check : null;
      const edited = { ...source, csl, mandatory: mandatory ?? source.mandatory, check };
      const { identity, doi, work, titleStart } = identityColumns(csl);
      const facts = [csl, identity, edited.mandatory, check, doi, work, titleStart];
      await manager.query(UPDATE, [documentId, id, ...facts]);
      if (edit.title !== undefined) await raiseRevision(manager, documentId);
      return edited;
    });
  }
}
