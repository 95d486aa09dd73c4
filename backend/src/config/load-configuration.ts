import { toConfiguration, type Configuration } from './configuration';
import { environmentSchema, type Environment } from './environment';
import { storedJwtSecret } from './jwt-secret';
import { incompleteServices, productionProblems } from './production';

/** The environment cannot be run with; the message lists every problem, one a line. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration has problems:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

function parse(variables: Record<string, string | undefined>): Environment {
  const present = Object.entries(variables).filter(([, value]) => value?.trim());
  const result = environmentSchema.safeParse(Object.fromEntries(present));
  if (result.success) return result.data;
  throw new ConfigurationError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return variables[name]?.trim() ? `${name}: ${issue.message}.` : `${name} must be set.`;
    }),
  );
}

/**
 * Reads and checks the whole environment.
 * @throws ConfigurationError naming every problem at once
 */
export function loadConfiguration(
  variables: Record<string, string | undefined> = process.env,
): Configuration {
  const env = parse(variables);
  const problems = [...productionProblems(env), ...incompleteServices(env)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return toConfiguration(env, env.JWT_SECRET ?? storedJwtSecret(env.TESIGO_DATA_DIR));
}
