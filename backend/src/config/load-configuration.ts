import { toConfiguration, type Configuration } from './configuration';
import { environmentSchema, MEANT_EMPTY, type Environment } from './environment';
import { storedJwtSecret } from './jwt-secret';
import { incompleteServices, productionProblems } from './production';

/** The environment cannot be run with; the message lists every problem, one a line. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration has problems:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** What can be read of the variables, and what is wrong with the others. */
function parse(variables: Record<string, string | undefined>) {
  const env: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, schema] of Object.entries(environmentSchema.shape)) {
    const stated = variables[name]?.trim() || MEANT_EMPTY.has(name);
    const value = stated ? variables[name] : undefined;
    const { data, error } = schema.safeParse(value);
    if (error === undefined) env[name] = data;
    else if (value === undefined) problems.push(`${name} must be set.`);
    else problems.push(...error.issues.map(({ message }) => `${name}: ${message}.`));
  }
  return { env: env as Partial<Environment>, problems };
}

/**
 * Reads and checks the whole environment.
 * @throws ConfigurationError naming every problem at once
 */
export function loadConfiguration(
  variables: Record<string, string | undefined> = process.env,
): Configuration {
  const { env, problems } = parse(variables);
  problems.push(...productionProblems(env), ...incompleteServices(env));
  if (problems.length > 0) throw new ConfigurationError(problems);
  const complete = env as Environment;
  const secret = complete.JWT_SECRET ?? storedJwtSecret(complete.TESIGO_DATA_DIR);
  return toConfiguration(complete, secret);
}
