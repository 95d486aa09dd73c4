import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { fieldMessage, problemOf } from './problem';

const body = {
  type: 'about:blank',
  title: 'Some fields are not right',
  status: 422,
  detail: 'Some fields are not right.',
  code: 'VALIDATION_FAILED',
  errors: [{ pointer: '/title', message: 'Use at most 500 characters.' }],
};

describe('problemOf', () => {
  it.each([
    ['an object', body],
    ['the text that Angular leaves it as', JSON.stringify(body)],
  ])('reads problem details from %s', (_, error) => {
    const problem = problemOf(new HttpErrorResponse({ status: 422, error }));
    expect(problem).toMatchObject({ status: 422, code: 'VALIDATION_FAILED', detail: body.detail });
    expect(fieldMessage(problem, 'title')).toBe('Use at most 500 characters.');
    expect(fieldMessage(problem, 'topic')).toBeUndefined();
  });

  it('knows which of several causes it was', () => {
    const of = (error: object) => problemOf(new HttpErrorResponse({ status: 422, error })).reason;
    expect(of({ ...body, reason: 'NO_TEXT' })).toBe('NO_TEXT');
    expect(of(body)).toBeNull();
  });

  it('knows how long to wait', () => {
    const headers = new HttpHeaders({ 'Retry-After': '120' });
    const error = { ...body, code: 'RATE_LIMITED' };
    expect(problemOf(new HttpErrorResponse({ status: 429, error, headers })).retryAfter).toBe(120);
  });

  it('calls a request without any answer offline', () => {
    const error = new HttpErrorResponse({ status: 0, error: new ProgressEvent('error') });
    expect(problemOf(error).code).toBe('OFFLINE');
  });

  it.each([
    new HttpErrorResponse({ status: 502, error: '<html>Bad Gateway</html>' }),
    new TypeError('x is undefined'),
    null,
  ])('never shows what was not meant for a reader', (error) => {
    expect(problemOf(error)).toMatchObject({ code: 'UNKNOWN', detail: '', fields: [] });
  });
});
