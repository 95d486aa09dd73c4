import {
  type Operation,
  type OperationName,
  OPERATIONS,
  type SimulatedClock,
} from './simulated-job';
import type { SimulatedStore } from './simulated-store';

const isOperation = (name: string | symbol): name is OperationName =>
  OPERATIONS.some((operation) => operation === name);

/** The same store, which notes every call into `log`. */
export function recordedStore(
  store: SimulatedStore,
  clock: SimulatedClock,
  log: Operation[],
): SimulatedStore {
  return new Proxy(store, {
    get(target, name, receiver) {
      if (!isOperation(name)) return Reflect.get(target, name, receiver) as unknown;
      return (...args: unknown[]): unknown => {
        const method = target[name] as (...args: unknown[]) => unknown;
        const result = method.apply(target, args);
        log.push({ name, args, result, now: clock.now, state: target.state });
        return result;
      };
    },
  });
}
