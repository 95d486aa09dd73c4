import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom, Subject, takeUntil } from 'rxjs';
import { Api } from '../../../../api/generated/api';
import {
  listSuggestions,
  rejectSuggestion,
  suggestWording,
} from '../../../../api/generated/functions';
import type { Suggestion, SuggestionRequest } from '../../../../api/generated/models';
import { creating } from '../../../../core/http/request-options';
import { type Problem, problemOf } from '../../../../core/problem/problem';

export type SuggestionAction = SuggestionRequest['action'];

/** Before that nobody wonders whether anything happens. */
const SLOW_MS = 2000;

/** The open suggestion of the text under the pen, and the one that is being made. */
@Injectable()
export class SuggestionsStore {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  private readonly given = new Subject<void>();

  readonly current = signal<Suggestion | null>(null);
  /** What is being asked for. */
  readonly asking = signal<SuggestionRequest | null>(null);
  /** It takes so long that one should be told. */
  readonly slow = signal(false);
  readonly problem = signal<Problem | null>(null);

  async load(documentId: string, sectionId: string): Promise<void> {
    this.current.set(null);
    this.problem.set(null);
    try {
      const { items } = await this.api.invoke(listSuggestions, { id: documentId });
      if (this.asking() !== null) return;
      this.current.set(items.find((one) => one.sectionId === sectionId) ?? null);
    } catch {
      // the text can be written without it
    }
  }

  /** @returns whether there is a new suggestion */
  async ask(body: SuggestionRequest): Promise<boolean> {
    if (this.asking() !== null) return false;
    this.problem.set(null);
    this.asking.set(body);
    const timer = setTimeout(() => {
      this.slow.set(true);
    }, SLOW_MS);
    try {
      const context = creating();
      const answer = suggestWording(this.http, this.api.rootUrl, { body }, context);
      const none = { defaultValue: null };
      const answered = await firstValueFrom(answer.pipe(takeUntil(this.given)), none);
      if (answered !== null) this.current.set(answered.body);
      return answered !== null;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      clearTimeout(timer);
      this.slow.set(false);
      this.asking.set(null);
    }
  }

  /** Gives up waiting: the server stops the model. */
  cancel(): void {
    this.given.next();
  }

  /** They are in the text now, which tells the server of them when it is stored. */
  accept(indices: readonly number[]): void {
    this.current.update((one) => one && { ...one, accepted: [...one.accepted, ...indices] });
  }

  /** @param indices none for all that are undecided */
  async reject(documentId: string, indices?: readonly number[]): Promise<void> {
    const suggestion = this.current();
    if (suggestion === null) return;
    const { id: suggestionId, rejected } = suggestion;
    this.current.set(
      indices === undefined ? null : { ...suggestion, rejected: [...rejected, ...indices] },
    );
    try {
      const body = indices === undefined ? {} : { changes: [...indices] };
      await this.api.invoke(rejectSuggestion, { id: documentId, suggestionId, body });
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Every change was decided on. */
  close(): void {
    this.current.set(null);
  }
}
