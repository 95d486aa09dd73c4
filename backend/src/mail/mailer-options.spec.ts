import { loadConfiguration } from '../config';
import { mailerOptions } from './mailer-options';

const optionsFor = (variables: Record<string, string>) =>
  mailerOptions(
    loadConfiguration({
      DATABASE_URL: 'postgres://unused',
      REDIS_URL: 'redis://unused',
      JWT_SECRET: 'q8Vw2nLz7RtYb4XcKm9HsDf3GjPe6AuT',
      ...variables,
    }),
  );

const SERVER = { SMTP_URL: 'smtp://mail.example.org:587' };

describe('the connection to a mail server', () => {
  it.each([
    ['has to be encrypted in production', { ...SERVER, NODE_ENV: 'production' }, true],
    ['is as the server has it in development', SERVER, false],
    [
      'need not be encrypted on the own machine',
      { SMTP_URL: 'smtp://localhost:25', NODE_ENV: 'production' },
      false,
    ],
  ])('%s', (_, variables, requireTLS) => {
    expect(optionsFor(variables)).toMatchObject({ transport: { requireTLS } });
  });
});
