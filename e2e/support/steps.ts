/**
 * Steps of one journey: each stands on the ones before it, so after the first that fails the rest
 * need not be tried.
 *
 * @param look called at the step that fails
 */
export function journeySteps(look: () => Promise<void>) {
  let stranded = false;
  return (name: string, act: () => Promise<void> | void): void => {
    it(name, async () => {
      if (stranded) throw new Error('an earlier step of the journey failed');
      stranded = true;
      try {
        await act();
        stranded = false;
      } finally {
        if (stranded) await look().catch(() => undefined);
      }
    });
  };
}
