/** The pages by what they are about; the address of each is its name. */
export const ADMIN_AREAS = [
  { name: 'start', pages: ['overview'] },
  { name: 'people', pages: ['users', 'institutions'] },
  { name: 'money', pages: ['refunds', 'payments', 'prices', 'discounts', 'costs', 'books'] },
  { name: 'running', pages: ['jobs', 'stuck', 'settings', 'mails', 'system', 'audit', 'letters'] },
] as const;
