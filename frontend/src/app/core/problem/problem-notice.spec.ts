import { TestBed } from '@angular/core/testing';
import { provideEnglish } from '../../../testing/providers';
import type { Problem } from './problem';
import { ProblemNotice } from './problem-notice';

async function shown(over: Partial<Problem>): Promise<string> {
  TestBed.configureTestingModule({ providers: provideEnglish() });
  const fixture = TestBed.createComponent(ProblemNotice);
  const problem = {
    ...{ status: 429, code: 'RATE_LIMITED', reason: null, detail: '' },
    ...{ fields: [], retryAfter: null },
  };
  fixture.componentRef.setInput('problem', { ...problem, ...over });
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ').trim();
}

describe('ProblemNotice', () => {
  it('says how long to wait, where the server asks for it', async () => {
    const text = await shown({ retryAfter: 240 });
    expect(text).toMatch(/^That was too often.* It works again in 4 minutes\.$/);
  });

  it('leaves it to the server’s own words where they are shown', async () => {
    const detail = 'Try again in 4 minutes.';
    expect(await shown({ retryAfter: 240, detail })).toBe(detail);
  });

  it('says which of several causes it is', async () => {
    const text = await shown({ code: 'UNREADABLE_FILE', reason: 'NO_TEXT' });
    expect(text).toMatch(/^There is no text in the file/);
  });

  it('falls back on the code for a cause that it has not heard of', async () => {
    const text = await shown({ code: 'UNREADABLE_FILE', reason: 'NEVER_HEARD_OF' });
    expect(text).toMatch(/^The file could not be read/);
  });

  it('never shows a bare code', async () => {
    expect(await shown({ code: 'NEVER_HEARD_OF' })).toMatch(/^Something went wrong\./);
  });
});
