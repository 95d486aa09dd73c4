import { Injectable, type StreamableFile } from '@nestjs/common';
import { SessionsRepository } from '../../auth';
import { csvFile, type CsvRow, type Page, toPage } from '../../common';
import { CurrentSettings } from '../../settings';
import type {
  AdminUser,
  AdminUserDetails,
  AdminUserExportQuery,
  AdminUserQuery,
  UserSession,
  UserSessionQuery,
} from '../dto/admin-user';
import { type UserRow, UsersQuery } from './users.query';

const HEADER = [
  ...['id', 'email', 'name', 'role', 'created', 'blocked'],
  ...['daily_token_limit', 'tokens_today'],
];

const toRow = (user: UserRow): CsvRow => [
  ...[user.id, user.email, user.fullName ?? '', user.role, user.createdAt.toISOString()],
  ...[user.blockedAt?.toISOString() ?? '', user.dailyTokenLimit ?? '', user.tokensUsedToday],
];

function toAdminUser<Row extends UserRow>({ blockedAt, createdAt, ...user }: Row) {
  return {
    ...user,
    blockedAt: blockedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** Accounts as pages, one by one, and as a file. */
@Injectable()
export class UsersView {
  constructor(
    private readonly users: UsersQuery,
    private readonly sessions: SessionsRepository,
    private readonly settings: CurrentSettings,
  ) {}

  async list(query: AdminUserQuery): Promise<Page<AdminUser>> {
    const { items, total } = await this.users.list(query);
    return toPage(items.map(toAdminUser), total, query);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(id: string): Promise<AdminUserDetails> {
    const [user, sessions] = await Promise.all([this.users.get(id), this.sessions.countLive(id)]);
    const effectiveTokenLimit = user.dailyTokenLimit ?? this.settings.now.dailyTokenLimit;
    return { ...toAdminUser(user), effectiveTokenLimit, sessions };
  }

  /** Where a user is signed in, the last used first. */
  async sessionsOf(id: string, query: UserSessionQuery): Promise<Page<UserSession>> {
    const { items, total } = await this.sessions.list(id, query);
    const sessions = items.map(({ createdAt, lastUsedAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }));
    return toPage(sessions, total, query);
  }

  export(query: AdminUserExportQuery): Promise<StreamableFile> {
    return csvFile('tesigo-users', HEADER, this.rows(query));
  }

  private async *rows(query: AdminUserExportQuery) {
    for await (const users of this.users.all(query)) yield users.map(toRow);
  }
}
