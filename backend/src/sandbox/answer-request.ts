import { limitResources, type ResourceLimits } from './limit-resources';
import { withoutNetwork } from './no-network';

/** Sends a part, and comes back when its receiver is ready for the next one. */
function deliver(part: unknown): Promise<void> {
  const taken = new Promise<void>((resolve) => process.once('message', () => resolve()));
  process.send?.({ part });
  return taken;
}

/**
 * The whole of a sandboxed process: takes leave of network and plenty, then answers the one request
 * that it is sent. `answer` sends its parts by `deliver`, one after the other, and returns the end.
 */
export function answerRequest<Request, Part, End>(
  limits: ResourceLimits,
  answer: (request: Request, deliver: (part: Part) => Promise<void>) => Promise<End>,
): void {
  limitResources(limits);
  withoutNetwork();
  process.once('message', (request: Request) => {
    void answer(request, deliver).then((end) => process.send?.({ end }));
  });
  process.once('disconnect', () => process.exit());
}
