import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ConsentsRepository } from '../consent';
import { newId, notFound, ProblemException } from '../common';
import type { KnownProfile } from './dto/formatting-profile';
import type { Formatting } from './profile/formatting';

/** Where anybody gets an address: whoever has one belongs to no university by it. */
const PUBLIC_DOMAINS = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.it', 'live.com'],
  ...['yahoo.com', 'yahoo.it', 'yahoo.de', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com'],
  ...['gmx.de', 'gmx.net', 'web.de', 't-online.de', 'freenet.de', 'mail.de', 'libero.it'],
  ...['tiscali.it', 'alice.it', 'virgilio.it', 'ukr.net', 'i.ua', 'meta.ua', 'bigmir.net'],
  ...['seznam.cz', 'email.cz', 'centrum.cz', 'orange.fr', 'laposte.net', 'free.fr', 'wanadoo.fr'],
  ...['aol.com', 'zoho.com', 'fastmail.com', 'mail.com', 'msn.com', 'yandex.com', 'tutanota.com'],
];

const DOMAIN_OF_USER = `select lower(split_part(email, '@', 2)) as domain from users where id = $1`;

const LOCALE = 'select locale from users where id = $1';

const LIST = `select p.id, p.name, p.formatting, p.shared_by = $1 as own from shared_profiles p
  join (${DOMAIN_OF_USER}) u using (domain) order by p.name limit 200`;

const ADD = `insert into shared_profiles (id, domain, name, formatting, shared_by)
  select $2::uuid, u.domain, $3, $4::jsonb, $1::uuid from (${DOMAIN_OF_USER}) u
  where u.domain <> all($5::text[])
    and 50 > (select count(*) from shared_profiles where shared_by = $1)
  on conflict (domain, name) do nothing returning id`;

const NOT_SHARED =
  'It could not be shared: your university has a profile of this name, you have shared fifty, or your address is not one of a university.';

type Row = Pick<KnownProfile, 'id' | 'name' | 'formatting' | 'own'>;

const shown = (row: Row): KnownProfile => ({
  ...row,
  country: null,
  language: null,
  source: null,
  shared: true,
});

/** Profiles of the universities, told apart by the domain of the signed-in mail addresses. */
@Injectable()
export class SharedProfilesRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly consents: ConsentsRepository,
  ) {}

  async list(userId: string): Promise<KnownProfile[]> {
    return (await this.dataSource.query<Row[]>(LIST, [userId])).map(shown);
  }

  /** Sharing is consenting to it, and is on record as that. @throws ProblemException CONFLICT */
  add(userId: string, name: string, formatting: Formatting): Promise<KnownProfile> {
    return this.dataSource.transaction(async (manager) => {
      await this.consents.takeTurn(manager, userId);
      const id = newId();
      const values = [userId, id, name, JSON.stringify(formatting), PUBLIC_DOMAINS];
      const rows = await manager.query<unknown[]>(ADD, values);
      if (rows.length === 0) throw new ProblemException('CONFLICT', NOT_SHARED);
      const [user] = await manager.query<{ locale: string }[]>(LOCALE, [userId]);
      const act = { decision: 'given', via: 'sharing', locale: user?.locale ?? 'en' } as const;
      await this.consents.record(manager, userId, { purpose: 'profile-sharing', ...act });
      return shown({ id, name, formatting, own: true });
    });
  }

  /** @throws ProblemException NOT_FOUND */
  async remove(userId: string, id: string): Promise<void> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'delete from shared_profiles where id = $1 and shared_by = $2',
      [id, userId],
    );
    if (count === 0) throw notFound();
  }
}
