import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type { ComplianceReport, RuleOutcome } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { textsOf, type Texts } from '../../../../testing/translations';
import { OutcomeText } from './outcome-text';
import { reportFile } from './report-file';

const outcome = (over: Partial<RuleOutcome>): RuleOutcome => ({
  rule: 'marginLeft',
  state: 'broken',
  expected: '30',
  found: '20.0 mm',
  detail: null,
  reason: null,
  places: [],
  ...over,
});

async function texts(): Promise<OutcomeText> {
  TestBed.configureTestingModule({ providers: [provideEnglish()] });
  await firstValueFrom(TestBed.inject(TranslocoService).load('en'));
  return TestBed.inject(OutcomeText);
}

describe('OutcomeText', () => {
  it('says what could not be set as it was meant', async () => {
    const text = await texts();
    const finding = outcome({
      ...{ rule: 'crossReferences', expected: 'every reference leads somewhere' },
      ...{ found: '1 not so', places: ['1 One: @fig:no'] },
      reason: { code: 'label_unknown', values: {} },
    });
    expect([text.rule(finding), text.expected(finding), text.found(finding)]).toEqual([
      'Cross-references',
      'Every reference leads somewhere',
      null,
    ]);
    expect(text.reason(finding)).toBe(
      'Nothing in the text has this label; it is printed as it is written.',
    );
    expect(text.advice(finding)).toContain('or correct the reference');
    expect(text.places(finding)).toEqual(['1 One: @fig:no']);
  });

  it.each([
    [{}, '30 mm', '20 mm'],
    [{ rule: 'pageSize', expected: 'A4', found: '210.0 mm × 297.0 mm' }, 'A4', '210 mm × 297 mm'],
    [{ rule: 'lineSpacing', expected: '1.5', found: '2.00' }, '1.5 ×', '2 ×'],
    [{ rule: 'chapterBold', expected: 'true', found: 'no' }, 'Yes', 'No'],
    [
      { rule: 'pageNumberPosition', expected: 'top_left', found: 'bottom_center' },
      'Top left',
      'Bottom centre',
    ],
    [
      { rule: 'lengthWords', expected: '{"min":9000,"max":null}', found: '4321 words of the body' },
      'at least 9,000',
      '4,321 words of the text',
    ],
    [
      { rule: 'partOrder', expected: '["body","appendices"]', found: 'appendices, body' },
      'The text itself, Appendices',
      'Appendices, The text itself',
    ],
    [{ rule: 'headingNumbering', expected: 'decimal', found: 'Origins' }, '1.1', '“Origins”'],
    [{ rule: 'citationStyle', expected: 'mla', found: 'other' }, 'MLA 9', 'Another style'],
    [
      { rule: 'chapterAlignment', expected: 'left', found: 'center or right' },
      'Left',
      'Centred / Right',
    ],
    [{ rule: 'pageNumbersFrom', expected: 'body', found: 'nowhere' }, 'The text itself', 'Nowhere'],
    [{ rule: 'somethingNew', expected: 'x', found: 'y' }, 'x', 'y'],
  ])('says what is ruled and what was found: %j', async (over, expected, found) => {
    const text = await texts();
    expect(text.expected(outcome(over))).toBe(expected);
    expect(text.found(outcome(over))).toBe(found);
  });

  it('says why, where, and what to do', async () => {
    const text = await texts();
    const broken = outcome({
      reason: { code: 'differ_by', values: { count: '3', total: '1200', by: '10.0 mm' } },
      places: ['page 7: “Otters”: 20.0 mm', 'section 2'],
    });
    expect(text.reason(broken)).toBe('3 of 1,200 places differ, by up to 10 mm.');
    expect(text.places(broken)).toEqual(['page 7: “Otters”: 20 mm', 'section 2']);
    expect(text.advice(broken)).toContain('Make it again');
    const fields = outcome({
      rule: 'titlePageFields',
      reason: { code: 'fields_missing', values: { fields: 'faculty, student_id' } },
      places: ['faculty'],
    });
    expect(text.reason(fields)).toContain('Faculty, Student number');
    expect(text.places(fields)).toEqual([]);
    expect(text.advice(fields)).toContain('Title page');
    expect(text.reason(outcome({ detail: 'As it is.' }))).toBe('As it is.');
  });

  it('has a text for every reason of the API', () => {
    const openApi = JSON.parse(
      readFileSync(join(__dirname, '../../../../../../backend/openapi.json'), 'utf8'),
    ) as { components: { schemas: { RuleReason: { properties: { code: { enum: string[] } } } } } };
    const { report } = (textsOf('export', 'en') as { export: { report: Texts } }).export;
    expect(Object.keys(report['reasons'] ?? {}).sort()).toEqual(
      [...openApi.components.schemas.RuleReason.properties.code.enum].sort(),
    );
  });

  it('writes a report that can be kept, broken rules first', async () => {
    const report: ComplianceReport = {
      ...{ format: 'docx', sha256: 'abc', met: 1, broken: 1, notCheckable: 0 },
      outcomes: [outcome({ state: 'met', found: '30.0 mm' }), outcome({ rule: 'marginRight' })],
    };
    const labels = {
      ...{ title: 'Otters', file: 'SHA-256: abc', expected: 'Ruled', found: 'Found' },
      states: { met: 'Met', broken: 'Broken', not_checkable: 'Not checkable' },
    };
    const lines = reportFile(report, await texts(), labels)
      .split('\n')
      .filter(Boolean);
    expect(lines).toEqual([
      ...['\ufeffOtters', 'SHA-256: abc', 'Broken (1)', '- Right margin', '    Ruled: 30 mm'],
      ...['    Found: 20 mm', expect.stringContaining('Make it again') as string],
      ...['Met (1)', '- Left margin', '    Ruled: 30 mm', '    Found: 30 mm'],
    ]);
  });
});
