/** Which real row stands for which simulated thing. */
export class Counterparts {
  private readonly ids = new Map<string, string>();
  private readonly names = new Map<string, string>();

  add(name: string, id: string): void {
    this.ids.set(name, id);
    this.names.set(id, name);
  }

  /** @throws Error when nothing stands for it */
  id(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`Nothing stands for ${name}`);
    return id;
  }

  /** What it is called in the simulation; the id itself for a stranger. */
  name(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** Ids of what is called so, in the order in which they were added. */
  startingWith(prefix: string): string[] {
    return [...this.ids].filter(([name]) => name.startsWith(prefix)).map(([, id]) => id);
  }
}
