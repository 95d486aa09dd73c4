/** The pages by what they are about; the address of each is its name. */
export const ADMIN_AREAS = [
  { name: 'people', pages: ['users', 'institutions'] },
  { name: 'money', pages: ['refunds', 'payments', 'prices', 'discounts', 'books'] },
  { name: 'running', pages: ['settings', 'audit', 'letters'] },
] as const;
