import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { load } from 'js-yaml';

const DOCKER = join(__dirname, '../../../../docker');

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

const prometheusFile = (file: string): unknown =>
  load(readFileSync(join(DOCKER, 'prometheus', file), 'utf8'));

export const rules = (prometheusFile('alerts.yml') as Rules).groups.flatMap((group) => group.rules);

/** What the boards and the alerts ask Prometheus. */
export const queries = [...dashboards().flatMap(queriesOf), ...rules.map(({ expr }) => expr)];

/** Alerts that promtool tries, by whether they have to fire or to be silent. */
export function triedAlerts(): { firing: Set<string>; silent: Set<string> } {
  const { tests } = prometheusFile('alerts.test.yml') as {
    tests: {
      alert_rule_test?: { alertname: string; exp_alerts: unknown[] }[];
      promql_expr_test?: { expr: string; exp_samples?: unknown[] }[];
    }[];
  };
  const cases = tests.flatMap(({ alert_rule_test: alerts = [], promql_expr_test: asked = [] }) => [
    ...alerts.map(({ alertname, exp_alerts: expected }) => [alertname, expected.length] as const),
    ...asked.map(({ expr, exp_samples: expected = [] }) => {
      return [/alertname="(\w+)"/.exec(expr)?.[1] ?? '', expected.length] as const;
    }),
  ]);
  const named = (fires: boolean) =>
    new Set(cases.filter(([, count]) => count > 0 === fires).map(([name]) => name));
  return { firing: named(true), silent: named(false) };
}

/** The names of the series that a query reads, and whether its grammar is right. */
export function read(query: string): { names: string[]; right: boolean } {
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
