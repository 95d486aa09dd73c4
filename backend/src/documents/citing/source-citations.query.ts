import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound } from '../../common';
import type { SourceCitationList } from '../dto/source-citation';

// One row for a source that nothing cites, none for one that is not there.
const CITATIONS = `select coalesce(json_agg(json_build_object('sectionId', s.id,
      'sectionTitle', s.title, 'ordinal', c.ordinal, 'locator', c.locator, 'state', c.state,
      'passage', case when p.id is not null then json_build_object('id', p.id,
        'place', (select count(*) from passages o
          where o.source_id = p.source_id and o.ordinal < p.ordinal),
        'fileId', p.file_id, 'page', p.page, 'text', p.text,
        'start', c.quotation_start, 'end', c.quotation_end) end)
    order by s.position, c.ordinal) filter (where s.id is not null), '[]') as items
  from sources source join documents d on d.id = source.document_id
    left join section_citations c on c.source_id = source.id
    left join sections s on s.id = c.section_id
    left join passages p on p.id = c.passage_id
  where d.id = $1 and d.owner_id = $2 and source.id = $3
  group by source.id`;

@Injectable()
export class SourceCitationsQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async run(ownerId: string, documentId: string, sourceId: string): Promise<SourceCitationList> {
    const parameters = [documentId, ownerId, sourceId];
    const [found] = await this.dataSource.query<SourceCitationList[]>(CITATIONS, parameters);
    if (found === undefined) throw notFound();
    return found;
  }
}
