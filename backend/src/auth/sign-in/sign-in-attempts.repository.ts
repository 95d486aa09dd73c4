import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../../common';

/** Seconds in which a link and its code can be used. */
export const SIGN_IN_TTL = 600;

/** Wrong codes until an attempt is dead. */
const MAX_WRONG_CODES = 5;

const OPEN = `used_at is null and expires_at > now() and wrong_codes < ${String(MAX_WRONG_CODES)}`;

const ADD = `insert into sign_in_attempts
    (id, email, token_hash, code_hash, browser_hash, expires_at)
  values ($1, $2, $3, $4, $5, now() + make_interval(secs => ${String(SIGN_IN_TTL)}))`;

const ACCOUNT = `select email from sign_in_attempts
  where browser_hash = $1 and expires_at > now() order by created_at desc limit 1`;

// Both redeem in one statement: of any number of callers at once, one finds the row open.
const REDEEM_TOKEN = `with redeemed as (
    update sign_in_attempts set used_at = now()
    where token_hash = $1 and browser_hash = $2 and ${OPEN} returning email
  ) select email from redeemed`;

// Right or wrong, the guess is counted where it is compared: parallel guesses queue for the row.
const REDEEM_CODE = `with tried as (
    update sign_in_attempts set
      used_at = case when code_hash = any($1::bytea[]) then now() end,
      wrong_codes = wrong_codes + case when code_hash = any($1::bytea[]) then 0 else 1 end
    where email = $2 and browser_hash = $3 and ${OPEN} returning email, used_at
  ) select email from tried where used_at is not null`;

interface NewAttempt {
  email: string;
  tokenHash: Buffer;
  codeHash: Buffer;
  browserHash: Buffer;
}

// Whoever asked twice holds two mails; the one left over must not open a second session later.
const CLOSE = `update sign_in_attempts set used_at = now()
  where browser_hash = $1 and email = $2 and used_at is null`;

/** Links and codes on their way; only digests are kept. */
@Injectable()
export class SignInAttemptsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add({ email, tokenHash, codeHash, browserHash }: NewAttempt): Promise<void> {
    await this.dataSource.query(ADD, [newId(), email, tokenHash, codeHash, browserHash]);
  }

  /** Spends what else this browser has asked for on behalf of the address. */
  async close(manager: EntityManager, browserHash: Buffer, email: string): Promise<void> {
    await manager.query(CLOSE, [browserHash, email]);
  }

  /** The address for which this browser asked last, used up or not. */
  async accountOf(browserHash: Buffer): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ email: string }[]>(ACCOUNT, [browserHash]);
    return row?.email;
  }

  /** @returns the address it proves; undefined for a token that is wrong, spent or expired */
  async redeemToken(manager: EntityManager, tokenHash: Buffer, browserHash: Buffer) {
    return emailIn(await manager.query<EmailRow[]>(REDEEM_TOKEN, [tokenHash, browserHash]));
  }

  /** As `redeemToken`; a wrong code is counted against all attempts of this browser. */
  async redeemCode(manager: EntityManager, email: string, codes: Buffer[], browserHash: Buffer) {
    return emailIn(await manager.query<EmailRow[]>(REDEEM_CODE, [codes, email, browserHash]));
  }
}

interface EmailRow {
  email: string;
}

const emailIn = ([row]: EmailRow[]): string | undefined => row?.email;
