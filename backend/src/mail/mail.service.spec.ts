import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { simpleParser } from 'mailparser';
import { ConfigModule, loadConfiguration } from '../config';
import { DatabaseModule } from '../database';
import { mailsIn, signInMail } from '../testing/mailbox';
import { type Reply, SmtpServer } from '../testing/smtp/smtp-server';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { LOCALES } from './mail-message';
import { MailModule } from './mail.module';
import { MailService } from './mail.service';

const CONTEXT = {
  link: 'http://localhost:3000/auth/verify#token=abc',
  code: '2B3C4D5F',
  minutes: 10,
};
const TO = 'reader@example.org';

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tesigo-mail-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

@Module({})
class MailTestModule {}

async function withMail(
  smtpUrl: string | undefined,
  work: (mail: MailService, directory: string) => Promise<void>,
): Promise<void> {
  const config = loadConfiguration({
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://unused',
    TESIGO_DATA_DIR: dataDir,
    MAIL_FROM: 'TesiGo <sender@example.org>',
    SMTP_URL: smtpUrl,
  });
  const imports = [ConfigModule.forRoot(config), DatabaseModule, MailModule];
  const app = await NestFactory.createApplicationContext(
    { module: MailTestModule, imports },
    { logger: false },
  );
  try {
    await work(app.get(MailService), config.mail.directory);
  } finally {
    await app.close();
  }
}

const send = (mail: MailService, locale: (typeof LOCALES)[number] = 'en') =>
  mail.send({ to: TO, template: 'sign-in', locale, context: CONTEXT });

describe('mail without a server', () => {
  it('lands in the mail directory as whole messages that only the owner can read', async () => {
    await withMail(undefined, async (mail, directory) => {
      await Promise.all(Array.from({ length: 20 }, () => send(mail)));
      const names = readdirSync(directory);
      expect(names).toHaveLength(20);
      expect(names.every((name) => /^\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z-[\w-]+\.eml$/.test(name))).toBe(
        true,
      );
      expect(statSync(join(directory, names[0]!)).mode & 0o077).toBe(0);
      for (const { text } of await mailsIn(directory)) expect(text).toContain(CONTEXT.code);
    });
  });

  it('sorts by time', async () => {
    await withMail(undefined, async (mail, directory) => {
      for (const locale of LOCALES) await send(mail, locale);
      const mails = await mailsIn(directory);
      expect(mails.map(({ html }) => /lang="(\w+)"/.exec(html || '')?.[1])).toEqual([...LOCALES]);
    });
  });

  it.each(LOCALES)(
    'says link, code and duration in %s, in both forms, and loads nothing',
    async (locale) => {
      await withMail(undefined, async (mail, directory) => {
        await send(mail, locale);
        const [name] = readdirSync(directory);
        const message = await simpleParser(readFileSync(join(directory, name!)));
        expect(signInMail(message)).toEqual({ token: 'abc', code: CONTEXT.code });
        expect(message.text).toContain(' 10 ');
        const html = message.html || '';
        expect(html).toContain(CONTEXT.code);
        expect(html).not.toMatch(/\b(src|background)=|url\(|<(img|link|script|iframe)\b/i);
        expect(message.attachments).toEqual([]);
        expect(message.subject).toContain('TesiGo');
        expect(message.from?.text).toBe('"TesiGo" <sender@example.org>');
        expect(message.headers.get('auto-submitted')).toBe('auto-generated');
      });
    },
  );

  it('is refused with a problem when the directory cannot be written', async () => {
    writeFileSync(join(dataDir, 'mail'), 'a file where the directory should be');
    await withMail(undefined, async (mail) => {
      await expect(send(mail)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    });
  });
});

describe('mail by SMTP', () => {
  let server: SmtpServer;

  const serving = async (replies: Reply[], work: (mail: MailService) => Promise<void>) => {
    server = await SmtpServer.start(replies);
    try {
      await withMail(server.url, work);
    } finally {
      await server.stop();
    }
  };

  it('delivers the same message', async () => {
    await serving([], async (mail) => {
      await send(mail);
      const { messages, recipients } = await server.seen();
      const message = await simpleParser(messages[0] ?? '');
      expect(signInMail(message).code).toBe(CONTEXT.code);
      expect(recipients).toEqual([TO]);
    });
  });

  it('tries three times while the server asks for patience', async () => {
    await serving([451, 421], async (mail) => {
      await send(mail);
      const { messages, tries } = await server.seen();
      expect(messages).toHaveLength(1);
      expect(tries).toBe(3);
    });
  });

  it('gives up after three tries, visibly, and logs no address', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    await serving([451, 451, 451, 451], async (mail) => {
      await expect(send(mail)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: 60 });
      expect((await server.seen()).tries).toBe(3);
    });
    expect(JSON.stringify(logged.mock.calls)).toContain('451');
    expect(JSON.stringify(logged.mock.calls)).not.toContain('reader');
    logged.mockRestore();
  });

  it('does not ask again for what the server refuses for good', async () => {
    await serving([550], async (mail) => {
      await expect(send(mail)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      expect((await server.seen()).tries).toBe(1);
    });
  });

  it('is refused with a problem when nobody listens', async () => {
    server = await SmtpServer.start();
    await server.stop();
    await withMail(server.url, async (mail) => {
      await expect(send(mail)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    });
  });
});
