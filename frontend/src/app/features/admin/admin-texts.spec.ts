import { TestBed } from '@angular/core/testing';
import { provideEnglish } from '../../../testing/providers';
import { entries, textsOf } from '../../../testing/translations';
import { Locale } from '../../core/i18n/locale';
import { ADMIN_AREAS } from './admin-areas';
import { actionKey, AUDIT_ACTIONS } from './audit/audit-actions';
import { auditColumns } from './audit/audit-columns';
import { costColumns } from './money/cost-columns';
import { GROUPINGS } from './money/costs.store';
import { discountColumns } from './money/discount-columns';
import { paymentColumns } from './money/payment-columns';
import { refundColumns } from './money/refund-columns';
import { SETTING_NAMES, SettingText } from './settings/setting-text';
import { historyColumns } from './settings/settings-history';
import { institutionColumns } from './users/institution-columns';
import { userColumns } from './users/user-columns';
import { JOB_STATUSES } from './operations/job-acts';
import { jobColumns, stuckColumns } from './operations/job-columns';
import { letterColumns } from './operations/letters-page';

const known = new Set(entries(textsOf('admin', 'en')).map(([key]) => key));
const missing = (keys: string[]) => keys.filter((key) => !known.has(`admin.${key}`));

describe('texts of the administration whose keys are put together', () => {
  it('name every page and area', () => {
    const keys = ADMIN_AREAS.flatMap(({ name, pages }) => [
      `nav.${name}`,
      ...pages.map((page) => `titles.${page}`),
    ]);
    expect(missing(keys)).toEqual([]);
  });

  it('name every action of the audit log', () => {
    expect(missing(AUDIT_ACTIONS.map((action) => `audit.actions.${actionKey(action)}`))).toEqual(
      [],
    );
  });

  it('name every state of a job, and every way to group costs', () => {
    const keys = [
      ...JOB_STATUSES.map((status) => `jobs.status.${status}`),
      ...GROUPINGS.map((grouping) => `costs.groups.${grouping}`),
    ];
    expect(missing(keys)).toEqual([]);
  });

  it('name every setting', () => {
    expect(missing(SETTING_NAMES.map((name) => `settings.names.${name}`))).toEqual([]);
  });

  it('name every column, and say what an empty list means', () => {
    TestBed.configureTestingModule({ providers: [provideEnglish(), SettingText] });
    const locale = TestBed.inject(Locale);
    const lists = {
      users: userColumns(locale),
      institutions: institutionColumns(locale),
      payments: paymentColumns(locale),
      refunds: refundColumns(locale),
      discounts: discountColumns(locale),
      audit: auditColumns(locale),
      letters: letterColumns(locale),
      jobs: jobColumns(locale),
      stuck: stuckColumns(locale),
      costs: costColumns(locale),
      settings: historyColumns(locale, TestBed.inject(SettingText)),
    };
    for (const [scope, columns] of Object.entries(lists)) {
      const keys = columns.map(({ key }: { key: string }) => `${scope}.columns.${key}`);
      const own = ['heading', 'emptyHeading', 'empty'].map((key) => `${scope}.${key}`);
      expect(missing([...keys, ...own])).toEqual([]);
    }
  });
});
