import { TestBed } from '@angular/core/testing';
import type { ImportReport } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { ImportOutcome } from './import-outcome';

const named = (id: string, title: string) => sourceRecord({ id, title, key: `key-${id}` });

describe('ImportOutcome', () => {
  async function render(report: ImportReport): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: [provideEnglish()] });
    const fixture = TestBed.createComponent(ImportOutcome);
    fixture.componentRef.setInput('report', report);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('names what was added, what it was recognised as, and what was refused where and why', async () => {
    const root = await render({
      added: [named('1', 'New')],
      merged: [named('2', 'Known'), named('2', 'Known')],
      merges: [],
      refused: [
        { line: 6, entry: 'open2001', code: 'NO_COMMA', at: 7, count: null, reason: 'In English.' },
      ],
    });
    const items = [...root.querySelectorAll('li')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(items).toEqual([
      'key-1 New',
      'key-2 Known',
      'Line 6: open2001 On line 7 a comma is missing.',
    ]);
  });

  it('folds long lists away', async () => {
    const added = Array.from({ length: 6 }, (_, n) => named(String(n), `Work ${String(n)}`));
    const root = await render({ added, merged: [], merges: [], refused: [] });
    expect(root.querySelectorAll('details li')).toHaveLength(6);
    expect(root.textContent).toContain('6 sources added.');
  });
});
