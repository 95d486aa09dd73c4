import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { load } from 'js-yaml';
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
import { testDatabase, type TestDatabase } from '../testing/test-database';

const DOCKER = join(__dirname, '../../../docker');

/** Of Grafana; Prometheus sees what they stand for. */
const VARIABLES: Readonly<Record<string, string>> = { $__rate_interval: '1m' };

interface Rules {
  groups: { rules: { alert: string; expr: string; annotations: Record<string, string> }[] }[];
}

interface Dashboard {
  panels: { title: string; targets?: { expr: string }[] }[];
}

const queriesOf = ({ panels }: Dashboard): string[] =>
  panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

function dashboards(): Dashboard[] {
  const folder = join(DOCKER, 'grafana/dashboards');
  return readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dashboard,
  );
}

const alerts = load(readFileSync(join(DOCKER, 'prometheus/alerts.yml'), 'utf8')) as Rules;
const rules = alerts.groups.flatMap((group) => group.rules);
const queries = [...dashboards().flatMap(queriesOf), ...rules.map(({ expr }) => expr)];

/** The names of the series that a query reads, and whether its grammar is right. */
function read(query: string): { names: string[]; right: boolean } {
  const text = query.replace(/\$\w+/g, (variable) => VARIABLES[variable] ?? variable);
  const names: string[] = [];
  let right = true;
  parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) right = false;
      if (type.name === 'VectorSelector') names.push(/^\w+/.exec(text.slice(from, to))?.[0] ?? '');
    },
  });
  return { names, right };
}

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
});
