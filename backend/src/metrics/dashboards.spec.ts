import { collectDefaultMetrics, register } from 'prom-client';
import { BackupGauges } from '../backup/backup-gauges';
import '../exports/export-metrics';
import '../generation/models/model-metrics';
import { JobGauges } from '../jobs/job-gauges';
import '../jobs/job-metrics';
import '../http/http-metrics';
import '../mail/mail-metrics';
import '../payments/stripe/webhook-metrics';
import { OutboxGauge } from '../outbox/outbox-gauge';
import { queries, read, rules, triedAlerts } from '../testing/metrics/queries';
import { testDatabase, type TestDatabase } from '../testing/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

describe('dashboards and alerts', () => {
  it.each(queries)('ask in the language of Prometheus: %s', (query) => {
    expect(read(query)).toMatchObject({ right: true });
    expect(read(`${query} + (`)).toMatchObject({ right: false });
  });

  it('name series that exist', async () => {
    collectDefaultMetrics();
    new BackupGauges(database.dataSource).onModuleInit();
    new JobGauges(database.dataSource).onModuleInit();
    new OutboxGauge(database.dataSource).onModuleInit();
    const metrics = await register.getMetricsAsJSON();
    const existing = new Set(['up']);
    for (const { name, type } of metrics) {
      existing.add(name);
      // prom-client says the kind by name, its types by number
      if (String(type) !== 'histogram') continue;
      for (const part of ['bucket', 'sum', 'count']) existing.add(`${name}_${part}`);
    }
    const named = new Set(queries.flatMap((query) => read(query).names));
    expect(named.size).toBeGreaterThan(15);
    expect([...named].filter((name) => !existing.has(name))).toEqual([]);
  });

  it('say what to do', () => {
    const silent = rules.filter(
      ({ annotations }) => !annotations['summary'] || !annotations['action'],
    );
    expect(silent).toEqual([]);
  });

  it('are each seen to fire and to be silent, by promtool', () => {
    const { firing, silent } = triedAlerts();
    const names = rules.map(({ alert }) => alert).sort();
    expect([...firing].sort()).toEqual(names);
    expect([...silent].sort()).toEqual(names);
  });
});
