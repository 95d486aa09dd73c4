import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../config';
import { localeOf, MailService } from '../../mail';
import { OutboxHandlers } from '../../outbox';
import { JOB_ENDED } from '../job-ended';

/**
 * Nobody for a job that has gone on meanwhile, whose document is gone, or whose owner is blocked or has
 * objected to such mails.
 */
const RECIPIENT = `select u.email, u.locale, d.id as "documentId", d.title
  from jobs j join documents d on d.id = j.document_id join users u on u.id = j.owner_id
  where j.id = $1 and j.status = $2 and u.blocked_at is null
    and 'withdrawn' is distinct from (select c.decision from consents c
      where c.user_id = u.id and c.purpose = 'job-mails' order by c.at desc, c.id desc limit 1)`;

interface Recipient {
  email: string;
  locale: string;
  documentId: string;
  title: string;
}

/** Where in the app the reader goes on. */
const PAGE = { completed: 'text', failed: 'writing', paused: 'writing' } as const;

/** Mails the owner of a long job how it ended. */
@Injectable()
export class JobEndedMail implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly handlers: OutboxHandlers,
    private readonly mail: MailService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(JOB_ENDED, async ({ jobId, status }, id) => {
      const [found] = await this.dataSource.query<Recipient[]>(RECIPIENT, [jobId, status]);
      if (found === undefined) return;
      const { email: to, locale, documentId, title } = found;
      const link = `${this.config.http.publicUrl}/documents/${documentId}/${PAGE[status]}`;
      const message = { id, to, locale: localeOf(locale), context: { title, link } };
      await this.mail.send({ ...message, template: `job-${status}` });
    });
  }
}
