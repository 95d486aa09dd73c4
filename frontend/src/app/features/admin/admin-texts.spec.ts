import { TestBed } from '@angular/core/testing';
import { provideEnglish } from '../../../testing/providers';
import { entries, PARTS, textsOf } from '../../../testing/translations';
import { Locale } from '../../core/i18n/locale';
import { ADMIN_AREAS } from './admin-areas';
import { actionKey, AUDIT_ACTIONS } from './audit/audit-actions';
import { DETAIL_NAMES, SESSION_REASONS } from './audit/audit-details';
import { auditColumns } from './audit/audit-columns';
import { costColumns } from './money/cost-columns';
import { GROUPINGS } from './money/costs.store';
import { discountColumns } from './money/discount-columns';
import { paymentColumns } from './money/payment-columns';
import { refundColumns } from './money/refund-columns';
import { SETTING_NAMES, SettingText } from './settings/setting-text';
import { historyColumns } from './shared/history-columns';
import { MAIL_NAMES, MailText, TEXT_NAMES } from './mails/mail-text';
import { mailColumns } from './mails/mail-columns';
import { institutionColumns } from './users/institution-columns';
import { sessionColumns } from './users/session-columns';
import { userColumns } from './users/user-columns';
import { JOB_STATUSES } from './operations/job-acts';
import { jobColumns, stuckColumns } from './operations/job-columns';
import { letterColumns } from './operations/letters-page';

const PARTS_OF_ADMIN = PARTS.filter((part) => /^admin(-|$)/.test(part));
const known = new Set(
  PARTS_OF_ADMIN.flatMap((part) => entries(textsOf(part, 'en')).map(([key]) => key)),
);
const missing = (keys: string[]) => keys.filter((key) => !known.has(key));

describe('texts of the administration whose keys are put together', () => {
  it('name every page and area', () => {
    const keys = ADMIN_AREAS.flatMap(({ name, pages }) => [
      `admin.nav.${name}`,
      ...pages.map((page) => `admin.titles.${page}`),
    ]);
    expect(missing(keys)).toEqual([]);
  });

  it('name every action of the audit log', () => {
    expect(
      missing(AUDIT_ACTIONS.map((action) => `adminAudit.audit.actions.${actionKey(action)}`)),
    ).toEqual([]);
  });

  it('name every fact of an event, every mail and every part of one', () => {
    const keys = [
      ...DETAIL_NAMES.map((name) => `adminAudit.audit.details.${name}`),
      ...SESSION_REASONS.map((reason) => `adminAudit.audit.reasons.${reason}`),
      ...MAIL_NAMES.map((name) => `adminMails.mails.names.${name}`),
      ...TEXT_NAMES.map((name) => `adminMails.mails.parts.${name}`),
    ];
    expect(missing(keys)).toEqual([]);
  });

  it('name every state of a job, and every way to group costs', () => {
    const keys = [
      ...JOB_STATUSES.map((status) => `adminRunning.jobs.status.${status}`),
      ...GROUPINGS.map((grouping) => `adminMoney.costs.groups.${grouping}`),
    ];
    expect(missing(keys)).toEqual([]);
  });

  it('name every setting', () => {
    expect(missing(SETTING_NAMES.map((name) => `adminSettings.settings.names.${name}`))).toEqual(
      [],
    );
  });

  it('name every column, and say what an empty list means', () => {
    TestBed.configureTestingModule({ providers: [provideEnglish(), MailText, SettingText] });
    const locale = TestBed.inject(Locale);
    const lists = {
      'adminPeople.users': userColumns(locale),
      'adminPeople.sessions': sessionColumns(locale),
      'adminPeople.institutions': institutionColumns(locale),
      'adminMoney.payments': paymentColumns(locale),
      'adminMoney.refunds': refundColumns(locale),
      'adminMoney.discounts': discountColumns(locale),
      'adminAudit.audit': auditColumns(locale),
      'adminRunning.letters': letterColumns(locale),
      'adminRunning.jobs': jobColumns(locale),
      'adminRunning.stuck': stuckColumns(locale),
      'adminMoney.costs': costColumns(locale),
      'adminSettings.settings-history': historyColumns(locale, TestBed.inject(SettingText)),
      'adminMails.mails': mailColumns(locale, TestBed.inject(MailText)),
      'adminMails.mail-history': historyColumns(locale, TestBed.inject(MailText)),
    };
    for (const [scope, columns] of Object.entries(lists)) {
      const keys = columns.map(({ key }: { key: string }) => `${scope}.columns.${key}`);
      const own = ['heading', 'emptyHeading', 'empty'].map((key) => `${scope}.${key}`);
      expect(missing([...keys, ...own])).toEqual([]);
    }
  });
});
