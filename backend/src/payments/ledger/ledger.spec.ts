import { newId } from '../../common';
import { testDatabase, type TestDatabase } from '../../testing/test-database';
import { Ledger } from './ledger';

let database: TestDatabase;
let payment: { id: string; currency: string };

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  payment = { id: newId(), currency: 'EUR' };
  await database.dataSource.query(
    `insert into payments (id, user_id, document_id, pages, currency, page_price, amount,
       vat_basis_points, vat, valid_until)
     values ($1, $1, $1, 1, 'EUR', 50, 50, 0, 0, now())`,
    [payment.id],
  );
});

afterAll(() => database.drop());

const post = (cause: string, ...entries: Parameters<Ledger['post']>[3][number][]) =>
  database.dataSource.transaction((manager) => new Ledger().post(manager, payment, cause, entries));

describe('the ledger', () => {
  it('takes what sums to zero, and nothing else', async () => {
    await post('one', ['sales', -50], ['stripe_balance', 50]);
    await expect(post('two', ['sales', -50], ['stripe_balance', 49])).rejects.toThrow(
      'does not sum to zero',
    );
    await expect(post('three', ['sales', -50])).rejects.toThrow('does not sum to zero');
    const rows = await database.dataSource.query<unknown[]>(
      'select 1 from ledger_transactions where payment_id = $1',
      [payment.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('takes nothing in that is added to a transaction later', async () => {
    await post('one', ['sales', -50], ['stripe_balance', 50]);
    const added = database.dataSource.query(
      `insert into ledger_entries (transaction_id, account, amount)
       select id, 'refunds', 7 from ledger_transactions where payment_id = $1`,
      [payment.id],
    );
    await expect(added).rejects.toThrow('does not sum to zero');
  });

  it('takes the same cause once', async () => {
    await post('one', ['sales', -50], ['stripe_balance', 50]);
    await expect(post('one', ['sales', -50], ['stripe_balance', 50])).rejects.toThrow('unique');
  });

  it.each([
    'update ledger_entries set amount = 1',
    'delete from ledger_entries',
    'truncate ledger_entries cascade',
    `update ledger_transactions set currency = 'USD'`,
    'delete from ledger_transactions',
  ])('refuses to be changed: %s', async (statement) => {
    await post('one', ['sales', -50], ['stripe_balance', 50]);
    await expect(database.dataSource.query(statement)).rejects.toThrow('append-only');
  });
});
