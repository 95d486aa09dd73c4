import { Counter } from 'prom-client';

export const webhookEvents = new Counter({
  name: 'tesigo_webhook_events_total',
  help: 'Calls of the webhook, by what became of them: taken, known before, refused or failed',
  labelNames: ['outcome'] as const,
});
