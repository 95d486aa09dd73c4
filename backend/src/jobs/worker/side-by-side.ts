/** Lets only so many run at once, over all who share it; the others wait for their turn. */
export interface Slots {
  execute<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * Works off what `next` gives until it gives undefined, so many at once, each within one of the
 * slots. After a failure nothing more is begun; what has begun is finished first, since it may be
 * paid for.
 * @throws the first failure
 */
export async function sideBySide<Item>(
  atOnce: number,
  slots: Slots,
  next: () => Promise<Item | undefined>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  /** False when there is nothing more to do; a failure is known before the slot is another's. */
  const one = async (): Promise<boolean> => {
    if (failures.length > 0) return false;
    try {
      const item = await next();
      if (item !== undefined) await work(item);
      return item !== undefined;
    } catch (error) {
      failures.push(error);
      return false;
    }
  };
  const hand = async (): Promise<void> => {
    while (await slots.execute(one));
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  if (failures.length > 0) throw failures[0];
}
