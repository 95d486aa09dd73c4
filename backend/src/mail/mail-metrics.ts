import { Counter } from 'prom-client';

export const mails = new Counter({
  name: 'tesigo_mails_total',
  help: 'Mails that were handed over to the mail server, or could not be',
  labelNames: ['template', 'outcome'] as const,
});
