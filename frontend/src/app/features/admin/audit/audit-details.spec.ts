import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type { AuditEntry } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { SettingText } from '../settings/setting-text';
import { AuditDetails } from './audit-details';

describe('the details of an event', () => {
  let details: AuditDetails;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideEnglish(), AuditDetails, SettingText] });
    await firstValueFrom(TestBed.inject(TranslocoService).load('en'));
    details = TestBed.inject(AuditDetails);
  });

  const said = (action: AuditEntry['action'], facts: AuditEntry['details']) =>
    details.of({ action, details: facts }).map(({ name, value }) => `${name}: ${value}`);

  it('say money, shares and counts as people read them', () => {
    expect(said('prices.changed', { currency: 'EUR', pagePrice: 60, vatBasisPoints: 550 })).toEqual(
      ['Price of a page: €0.60', 'VAT contained: 5.5%'],
    );
    expect(said('refund.approved', { reason: 'So it is', amount: 120, currency: 'EUR' })).toEqual([
      'Reason: So it is',
      'Amount: €1.20',
    ]);
    expect(said('institution.added', { pagesPerMonth: 2500 })).toEqual(['Pages a month: 2,500']);
  });

  it('say which setting was changed, and from what to what', () => {
    const facts = { setting: 'dailyTokenLimit', version: 3, before: 'null', after: '250000' };
    expect(said('settings.changed', facts)).toEqual([
      'Setting: Tokens of each user a day',
      'Version: 3',
      'Before: as the environment has it',
      'After: 250,000',
    ]);
    const maintenance = {
      setting: 'maintenance',
      before: '{"on":false,"message":null}',
      after: '{',
    };
    expect(said('settings.changed', maintenance).slice(1)).toEqual(['Before: off', 'After: {']);
  });

  it('say what was done to an account or a session', () => {
    expect(said('account.role_changed', { before: 'student', role: 'admin' })).toEqual([
      'Before: Student',
      'Role: Admin',
    ]);
    expect(said('account.limit_changed', { before: 'null', dailyTokenLimit: '5000' })).toEqual([
      'Before: as everybody',
      'Tokens a day: 5,000',
    ]);
    expect(said('session.ended', { reason: 'refresh_token_reused' })).toEqual([
      'Reason: An old key was used again',
    ]);
  });

  it('say which mail was reworded', () => {
    const facts = { mail: 'sign-in', language: 'uk', version: 1, parts: 'subject,lead' };
    expect(said('mail.wording_changed', facts)).toEqual([
      'Mail: Sign-in',
      'Language: Українська',
      'Version: 1',
      'Parts: Subject, Opening',
    ]);
  });

  it('show what they do not know as it came', () => {
    expect(said('admin.called', { method: 'GET', path: '/x', somethingNew: true })).toEqual([
      'Method: GET',
      'Path: /x',
      'somethingNew: true',
    ]);
  });
});
