import { Injectable, signal } from '@angular/core';
import type { Source } from '../../../api/generated/models';
import { readSetting, writeSetting } from '../../../core/settings';

type Identified = Pick<Source, 'id'>;

/** So many are kept, the newest: this is a convenience of one browser. */
const KEPT = 500;

const nameOf = (one: Identified, other: Identified): string => [one.id, other.id].sort().join(' ');

/** Sources that look like one work, and are two: somebody has said so, in this browser. */
@Injectable({ providedIn: 'root' })
export class ApartPairs {
  private readonly pairs = signal<ReadonlySet<string>>(
    new Set(readSetting('apart')?.split(',') ?? []),
  );

  has(one: Identified, other: Identified): boolean {
    return this.pairs().has(nameOf(one, other));
  }

  keep(one: Identified, other: Identified): void {
    const pairs = [...this.pairs(), nameOf(one, other)].slice(-KEPT);
    this.pairs.set(new Set(pairs));
    writeSetting('apart', pairs.join(','));
  }
}
