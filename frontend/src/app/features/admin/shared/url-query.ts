import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

export interface Sorting<Name extends string> {
  sort?: Name;
  order?: 'asc' | 'desc';
}

/** What a list shows, kept in the address: it can be sent to a colleague, and “back” works. */
@Injectable()
export class UrlQuery {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly map = toSignal(this.route.queryParamMap, { requireSync: true });

  readonly page = computed(() => {
    const page = Number(this.get('page') ?? 1);
    return Number.isInteger(page) && page > 0 ? page : 1;
  });
  readonly sort = computed(() => this.get('sort') ?? null);

  /** Undefined where the address says nothing. */
  get(name: string): string | undefined {
    return this.map().get(name) || undefined;
  }

  /** One of `values`, whatever somebody has typed into the address. */
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const given = this.get(name);
    return values.find((value) => value === given);
  }

  /** The order of the list, as the API takes it; empty where the address has none of `names`. */
  sorting<Name extends string>(names: readonly Name[]): Sorting<Name> {
    const given = this.get('sort');
    const sort = names.find((name) => given === name || given === `-${name}`);
    if (sort === undefined) return {};
    return { sort, order: given?.startsWith('-') ? 'desc' : 'asc' };
  }

  /** Another filter begins at the first page again. */
  async set(changes: Readonly<Record<string, string | null>>): Promise<void> {
    await this.navigate({ page: null, ...changes });
  }

  async turn(page: number): Promise<void> {
    await this.navigate({ page: page === 1 ? null : page });
  }

  private async navigate(queryParams: Record<string, string | number | null>): Promise<void> {
    const extras = { relativeTo: this.route, queryParamsHandling: 'merge' as const };
    await this.router.navigate([], { ...extras, queryParams });
  }
}
