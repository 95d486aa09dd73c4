/**
 * Works off what `next` gives until it gives undefined, so many at once. After a failure nothing
 * more is begun; what has begun is finished first, since it may be paid for.
 * @throws the first failure
 */
export async function sideBySide<Item>(
  atOnce: number,
  next: () => Promise<Item | undefined>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const hand = async (): Promise<void> => {
    while (failures.length === 0) {
      const item = await next();
      if (item === undefined) return;
      await work(item);
    }
  };
  const noting = (error: unknown): void => {
    failures.push(error);
  };
  await Promise.all(Array.from({ length: atOnce }, () => hand().catch(noting)));
  if (failures.length > 0) throw failures[0];
}
