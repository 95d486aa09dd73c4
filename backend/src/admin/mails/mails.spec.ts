import { JobsModule } from '../../jobs';
import { mailsIn } from '../../testing/mailbox';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';

const DEAN = 'dean@example.org';

interface View {
  version: number;
  parts: { name: string; builtIn: string; text: string | null }[];
  preview: { subject: string; html: string; text: string };
}

interface History {
  items: { id: string; undoes: string | null; before: object; after: object }[];
  total: number;
}

let here: TestApp;
let there: TestApp;
let dean: TestClient;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN };
  const features = { imports: [AdminModule, JobsModule] };
  here = await testApp({ features, environment });
  there = await testApp({ features, environment, replicaOf: here });
  dean = await new TestClient(here).signIn(DEAN);
});

afterAll(async () => {
  await there.close();
  await here.close();
});

const view = async (id = 'sign-in.en') =>
  (await dean.send('get', `/admin/mails/${id}`).expect(200)).body as View;

async function change(texts: object, status = 200, id = 'sign-in.en'): Promise<View> {
  const tag = `"${String((await view(id)).version)}"`;
  const answer = await dean
    .send('patch', `/admin/mails/${id}`, { texts })
    .set('If-Match', tag)
    .expect(status);
  return answer.body as View;
}

const history = async (id = 'sign-in.en') =>
  (await dean.send('get', `/admin/mails/${id}/history`).expect(200)).body as History;

const lastMail = async () => (await mailsIn(here.config.mail.directory)).at(-1);

describe('the mails', () => {
  it('are all there in every language, a page at a time and sorted', async () => {
    const path = '/admin/mails?perPage=10&sort=subject&order=desc';
    const { body } = await dean.send('get', path).expect(200);
    const { items, total } = body as {
      items: { subject: string; changed: boolean }[];
      total: number;
    };
    expect([total, items.length]).toEqual([24, 10]);
    const subjects = items.map(({ subject }) => subject);
    expect(subjects).toEqual([...subjects].sort().reverse());
    const italian = await dean.send('get', '/admin/mails?locale=it').expect(200);
    expect((italian.body as { total: number }).total).toBe(8);
  });

  it('show themselves filled with invented data', async () => {
    const { preview, parts, version } = await view('refund-rejected.uk');
    expect(version).toBe(0);
    expect(parts.map(({ name }) => name)).toEqual(['subject', 'lead', 'button', 'note', 'why']);
    expect(preview.html).toContain('Документ написано так, як замовлено.');
    expect(preview.text).toContain('Документ написано так, як замовлено.');
  });

  it('are sent in another wording at once, by every replica', async () => {
    await change({ subject: 'Come in', expiry: 'For {{minutes}} minutes only.' });
    await new TestClient(there).requestLink('reader@example.org');
    const mail = await lastMail();
    expect(mail?.subject).toBe('Come in');
    expect(mail?.text).toContain('For 10 minutes only.');
    const ukrainian = await view('sign-in.uk');
    expect(ukrainian.preview.subject).toBe(ukrainian.parts[0]?.builtIn);
    await change({ subject: null, expiry: null });
    await new TestClient(there).requestLink('reader@example.org');
    expect((await lastMail())?.subject).toBe('Your TesiGo sign-in link');
  });

  it('write what was written by an admin, and run none of it', async () => {
    const lead = '<img src=x onerror=alert(1)> {{title}} #if';
    const { preview } = await change({ lead }, 200, 'job-failed.en');
    expect(preview.html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; How learners');
    expect(preview.html).not.toContain('<img');
    await change({ lead: null }, 200, 'job-failed.en');
  });

  it('cannot be broken', async () => {
    const before = await view();
    for (const texts of [
      { expiry: 'Both work once.' },
      { lead: 'Dear {{name}}' },
      { subject: 'Two\nlines' },
      { subject: '' },
      { note: 'Another mail has this' },
      { colour: 'blue' },
    ]) {
      await change(texts, 422);
      await dean.send('post', '/admin/mails/sign-in.en/preview', { texts }).expect(422);
    }
    await dean.send('post', '/admin/mails/sign-in.en/test', { texts: { lead: '{{' } }).expect(422);
    expect(await view()).toEqual(before);
  });

  it('go out although something that is stored cannot be sent (any more)', async () => {
    await here.database.dataSource.query(
      `insert into mail_wordings (id, template, locale, version, stored, before, after, changed_by)
       select gen_random_uuid(), 'sign-in', 'en', max(version) + 1,
         '{"lead": "Hello {{gone}}", "subject": "Still mine", "old": "part"}', '{}', '{}',
         gen_random_uuid()
       from mail_wordings where template = 'sign-in' and locale = 'en'`,
    );
    const { code } = await new TestClient(there).requestLink('reader2@example.org');
    const mail = await lastMail();
    expect([mail?.subject, mail?.text?.includes(code)]).toEqual(['Still mine', true]);
    expect(mail?.text).not.toContain('gone');
    await change({ subject: null });
  });

  it('are changed on the version that was looked at only', async () => {
    const { version } = await view('job-paused.en');
    const answers = await Promise.all(
      ['One', 'Other'].map((subject) =>
        dean
          .send('patch', '/admin/mails/job-paused.en', { texts: { subject } })
          .set('If-Match', `"${String(version)}"`),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const texts = { subject: 'Blind' };
    await dean.send('patch', '/admin/mails/job-paused.en', { texts }).expect(428);
  });

  it('are tried by a mail to oneself, stored or not', async () => {
    const texts = { subject: 'A draft: {{title}}' };
    await dean.send('post', '/admin/mails/job-completed.it/test', { texts }).expect(204);
    const mail = await lastMail();
    expect(mail?.subject).toBe('A draft: Come si ricorda ciò che si è letto');
    expect([mail?.to].flat().map((to) => to?.text)).toEqual([DEAN]);
    expect((await view('job-completed.it')).version).toBe(0);
  });

  it('are not there under another name, and for admins only', async () => {
    await dean.send('get', '/admin/mails/sign-in.fr').expect(404);
    await dean.send('get', '/admin/mails/__proto__').expect(404);
    const student = await new TestClient(here).signIn('student@example.org');
    await student.send('get', '/admin/mails/sign-in.en').expect(403);
    await student.send('patch', '/admin/mails/sign-in.en', { texts: {} }).expect(403);
    await student.send('post', '/admin/mails/sign-in.en/test', { texts: {} }).expect(403);
  });
});

describe('the history of a wording', () => {
  const id = 'refund-failed.en';

  it('tells what was changed, and undoes it', async () => {
    await change({ subject: 'First', note: 'A note.' }, 200, id);
    await change({ subject: 'Second' }, 200, id);
    const { items, total } = await history(id);
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({ before: { subject: 'First' }, after: { subject: 'Second' } });
    const undo = (index: number) =>
      dean.send('post', `/admin/mails/history/${items[index]?.id ?? ''}/undo`);
    await undo(1).expect(409);
    const second = (await undo(0).expect(200)).body as View;
    expect(second.preview.subject).toBe('First');
    const first = (await undo(1).expect(200)).body as View;
    expect(first.parts.map(({ text }) => text)).toEqual([null, null, null, null, null]);
    expect((await history(id)).items[0]).toMatchObject({ undoes: items[1]?.id });
    const oldest = await dean.send('get', `/admin/mails/${id}/history?order=asc`).expect(200);
    expect((oldest.body as History).items.at(-1)).toMatchObject({ undoes: items[1]?.id });
  });

  it('is in the audit trail without the words, and cannot be rewritten', async () => {
    const trail = '/admin/audit-log?action=mail.wording_changed&perPage=1';
    const { body } = await dean.send('get', trail).expect(200);
    const details = { mail: 'refund-failed', language: 'en', version: 4, parts: 'subject,note' };
    expect(body).toMatchObject({ items: [{ details }] });
    const rewriting = here.database.dataSource.query('delete from mail_wordings');
    await expect(rewriting).rejects.toThrow('append-only');
  });
});
