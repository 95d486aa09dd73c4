import { loggedError, redact } from './redact';

const SECRETS = [
  'postgres://tesigo:hunter2hunter2@db:5432/tesigo',
  'redis://:hunter2hunter2@cache:6379',
  'Authorization: Bearer hunter2hunter2.abc',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.hunter2hunter2',
  'sk-proj-hunter2hunter2',
  'whsec_hunter2hunter2',
  '/auth/verify?token=hunter2hunter2&x=1',
  'mail to hunter2hunter2@example.org failed',
];

describe('redact', () => {
  it.each(SECRETS)('hides what is secret in %s', (text) => {
    expect(redact(text)).not.toContain('hunter2');
  });

  it('leaves plain text alone', () => {
    expect(redact('relation "documents" does not exist')).toBe(
      'relation "documents" does not exist',
    );
  });
});

describe('loggedError', () => {
  it('keeps no data that hangs on an error or its causes', () => {
    const cause = Object.assign(new Error(SECRETS[0]), { parameters: ['hunter2'] });
    const error = Object.assign(new Error(SECRETS[7], { cause }), { config: { key: 'hunter2' } });
    expect(JSON.stringify(loggedError(error))).not.toContain('hunter2');
  });

  it.each(['22P02', '23514', 'P0001'])(
    'does not repeat data that PostgreSQL quotes: %s',
    (code) => {
      const error = Object.assign(new Error('invalid input syntax: "hunter2"'), { code });
      expect(loggedError(error)).toMatchObject({ code, message: 'the database refused the data' });
    },
  );

  it('takes no line of a message for a place', () => {
    const error = new Error('unexpected input:\n    at hunter2 (hunter2:1:1)\n  at hunter2');
    expect(JSON.stringify(loggedError(error).frames)).not.toContain('hunter2');
    expect(loggedError(error).frames[0]).toContain('redact.spec');
  });

  it('names no place where the message has been changed since', () => {
    const error = new Error('a\n    at hunter2 (hunter2:1:1)');
    expect(error.stack).toContain('hunter2');
    error.message = 'another';
    expect(loggedError(error)).toMatchObject({ message: 'another', frames: [] });
  });

  it('says type, code and place', () => {
    const error = Object.assign(new TypeError('no'), { code: 'E_NO' });
    expect(loggedError(error)).toMatchObject({ type: 'TypeError', code: 'E_NO', message: 'no' });
    expect(loggedError(error).frames[0]).toContain('redact.spec');
  });
});
