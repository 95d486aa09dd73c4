import { Injectable } from '@nestjs/common';
import { MailDesk, type MailKey, type MailTexts } from '../../mail';
import { UsersQuery } from '../users/users.query';

/** Sends drafts to whoever writes them, and to nobody else. */
@Injectable()
export class TestMail {
  constructor(
    private readonly users: UsersQuery,
    private readonly desk: MailDesk,
  ) {}

  async send(key: MailKey, texts: MailTexts, adminId: string): Promise<void> {
    const { email } = await this.users.get(adminId);
    await this.desk.test(key, texts, email);
  }
}
