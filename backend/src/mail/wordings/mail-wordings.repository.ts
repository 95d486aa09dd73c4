import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, type Order, type TimedPageQuery } from '../../common';
import type { Locale, TemplateName } from '../mail-message';
import type { MailTexts, MailTextsChange } from './mail-texts';

/** A mail in one language. */
export interface MailKey {
  template: TemplateName;
  locale: Locale;
}

/** One change of a wording, as it stands in the history. */
export interface WordingVersion extends MailKey {
  id: string;
  /** Counts within the mail and the language. */
  version: number;
  /** All parts that are not built in, from this change on. */
  stored: MailTexts;
  before: MailTextsChange;
  after: MailTextsChange;
  changedBy: string;
  /** The change that this one takes back. */
  undoes: string | null;
  createdAt: Date;
}

export type NewWording = Pick<
  WordingVersion,
  'stored' | 'before' | 'after' | 'changedBy' | 'undoes'
>;

const COLUMNS = `id, template, locale, version, stored, before, after, changed_by as "changedBy",
  undoes, created_at as "createdAt"`;

const LATEST = `select ${COLUMNS} from mail_wordings where template = $1 and locale = $2
  order by version desc limit 1`;

const ALL_LATEST = `select distinct on (template, locale) ${COLUMNS} from mail_wordings
  order by template, locale, version desc`;

const FIND = `select ${COLUMNS} from mail_wordings where id = $1`;

const list = (order: Order) => `select ${COLUMNS} from mail_wordings
  where template = $1 and locale = $2 order by version ${order} limit $3 offset $4`;

// Of two changes of one version the key lets in one
const ADD = `insert into mail_wordings
    (id, template, locale, version, stored, before, after, changed_by, undoes)
  select $1::uuid, $2::text, $3::text, $4::int + 1, $5::jsonb, $6::jsonb, $7::jsonb, $8::uuid, $9::uuid
  where coalesce((select max(version) from mail_wordings where template = $2 and locale = $3), 0)
    = $4::int
  on conflict (template, locale, version) do nothing returning id`;

/** What admins have made of the wording of mails, each version kept. */
@Injectable()
export class MailWordingsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Undefined while the wording is the built-in one. */
  async latest(
    { template, locale }: MailKey,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<WordingVersion | undefined> {
    return (await manager.query<WordingVersion[]>(LATEST, [template, locale]))[0];
  }

  /** Of every mail and language that was ever changed. */
  allLatest(): Promise<WordingVersion[]> {
    return this.dataSource.query(ALL_LATEST);
  }

  async find(id: string): Promise<WordingVersion | undefined> {
    return (await this.dataSource.query<WordingVersion[]>(FIND, [id]))[0];
  }

  /** Changes of one mail in one language. */
  async list({ template, locale }: MailKey, { page, perPage, order }: TimedPageQuery) {
    const parameters = [template, locale, perPage, (page - 1) * perPage];
    const [items, latest] = await Promise.all([
      this.dataSource.query<WordingVersion[]>(list(order), parameters),
      this.latest({ template, locale }),
    ]);
    return { items, total: latest?.version ?? 0 };
  }

  /** @returns false when there is a newer version than the one that was changed */
  async add(
    manager: EntityManager,
    { template, locale }: MailKey,
    version: number,
    { stored, before, after, changedBy, undoes }: NewWording,
  ): Promise<boolean> {
    const json = [stored, before, after].map((value) => JSON.stringify(value));
    const parameters = [newId(), template, locale, version, ...json, changedBy, undoes];
    return (await manager.query<unknown[]>(ADD, parameters)).length > 0;
  }
}
