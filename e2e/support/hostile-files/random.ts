/** Numbers that look random and are the same on every run (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to, but not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

/** A copy in which some bytes are others. */
export function mutated(content: Buffer, random: Random): Buffer {
  const copy = Buffer.from(content);
  const changes = 1 + random.below(40);
  for (let change = 0; change < changes; change += 1) {
    copy[random.below(copy.length)] = random.below(256);
  }
  return copy;
}

export function truncated(content: Buffer, random: Random): Buffer {
  return content.subarray(0, 1 + random.below(content.length - 1));
}
