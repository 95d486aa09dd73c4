import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Notice } from './notice';

@Component({
  imports: [Notice],
  template: `
    <tg-notice kind="danger" heading="Stopped">It broke.</tg-notice>
    <tg-notice kind="success">Saved.</tg-notice>
  `,
})
class Page {}

describe('Notice', () => {
  it('announces at once what went wrong, and politely the rest', async () => {
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const notices = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tg-notice')];
    expect(notices.map((notice) => notice.getAttribute('role'))).toEqual(['alert', 'status']);
    expect(notices[0]?.textContent).toContain('Stopped');
  });
});
