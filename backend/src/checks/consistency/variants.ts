import type { Place } from './rule';

/** Different ways to write the same, each with where it stands. */
export class Variants {
  private readonly byMeaning = new Map<string, Map<string, Place[]>>();

  add(meaning: string, form: string, place: Place): void {
    const forms = this.byMeaning.get(meaning) ?? new Map<string, Place[]>();
    const places = forms.get(form) ?? [];
    places.push(place);
    forms.set(form, places);
    this.byMeaning.set(meaning, forms);
  }

  /** All but the usual form of each, with the usual one; of equals the first is usual. */
  *unusual(): Generator<{ form: string; usual: string; places: readonly Place[] }> {
    for (const forms of this.byMeaning.values()) {
      if (forms.size < 2) continue;
      const [usual, ...others] = [...forms].sort(([, one], [, other]) => other.length - one.length);
      for (const [form, places] of others) yield { form, usual: usual?.[0] ?? '', places };
    }
  }
}
