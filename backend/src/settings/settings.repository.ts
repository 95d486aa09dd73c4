import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, type Order, type TimedPageQuery } from '../common';
import { SettingsChange, StoredSettings } from './settings';

/** One change, as it stands in the history. */
export interface SettingsVersion {
  id: string;
  version: number;
  /** All settings that win over the environment, from this change on. */
  stored: StoredSettings;
  before: SettingsChange;
  after: SettingsChange;
  changedBy: string;
  /** The change that this one takes back. */
  undoes: string | null;
  createdAt: Date;
}

export type NewSettings = Pick<
  SettingsVersion,
  'stored' | 'before' | 'after' | 'changedBy' | 'undoes'
>;

const COLUMNS = `id, version, stored, before, after, changed_by as "changedBy", undoes,
  created_at as "createdAt"`;

const LATEST = `select ${COLUMNS} from settings_versions order by version desc limit 1`;

const FIND = `select ${COLUMNS} from settings_versions where id = $1`;

const list = (order: Order) =>
  `select ${COLUMNS} from settings_versions order by version ${order} limit $1 offset $2`;

// Of two changes of one version the key lets in one
const ADD = `insert into settings_versions
    (version, id, stored, before, after, changed_by, undoes)
  select $1::int + 1, $2::uuid, $3::jsonb, $4::jsonb, $5::jsonb, $6::uuid, $7::uuid
  where coalesce((select max(version) from settings_versions), 0) = $1::int
  on conflict (version) do nothing returning id`;

const parsed = ({ stored, before, after, ...row }: SettingsVersion): SettingsVersion => ({
  ...row,
  stored: StoredSettings.parse(stored),
  before: SettingsChange.parse(before),
  after: SettingsChange.parse(after),
});

@Injectable()
export class SettingsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Undefined while nothing was ever set. */
  async latest(manager: EntityManager = this.dataSource.manager) {
    const [row] = await manager.query<SettingsVersion[]>(LATEST);
    return row && parsed(row);
  }

  async find(id: string): Promise<SettingsVersion | undefined> {
    const [row] = await this.dataSource.query<SettingsVersion[]>(FIND, [id]);
    return row && parsed(row);
  }

  /** @returns false when there is a newer version than the one that was changed */
  async add(manager: EntityManager, version: number, settings: NewSettings): Promise<boolean> {
    const { stored, before, after, changedBy, undoes } = settings;
    const json = [stored, before, after].map((value) => JSON.stringify(value));
    const parameters = [version, newId(), ...json, changedBy, undoes];
    return (await manager.query<unknown[]>(ADD, parameters)).length > 0;
  }

  async list({ page, perPage, order }: TimedPageQuery) {
    const [rows, latest] = await Promise.all([
      this.dataSource.query<SettingsVersion[]>(list(order), [perPage, (page - 1) * perPage]),
      this.latest(),
    ]);
    return { items: rows.map(parsed), total: latest?.version ?? 0 };
  }
}
