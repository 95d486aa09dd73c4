import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { AcceptedSuggestion } from '../../../api/generated/models';

/** A text that was typed and is not stored by the server, kept in this browser. */
export interface KeptDraft {
  sectionId: string;
  content: string;
  /** The stored text that it began from, and its version. */
  base: string;
  version: number;
  /** What was taken over from suggestions into it; left out for nothing. */
  accepted?: readonly AcceptedSuggestion[];
  /** When it was kept: ISO 8601, UTC. */
  at: string;
}

const PREFIX = 'tesigo.draft';
const lockOf = (window: string): string => `${PREFIX}.${window}`;

/** Names of the windows that are still open: their texts are under somebody's pen. */
async function openWindows(): Promise<ReadonlySet<string>> {
  // old browsers and insecure addresses have no locks
  const locks = 'locks' in navigator ? await navigator.locks.query() : {};
  return new Set((locks.held ?? []).map(({ name }) => name ?? ''));
}

function read(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
  } catch {
    return null;
  }
}

/**
 * Keeps unsent texts in this browser, each window its own, so that neither a crash nor a lost
 * connection takes them away. They are gone as soon as the server has them.
 */
@Injectable()
export class KeptDrafts {
  private readonly window = crypto.randomUUID();
  private release: (() => void) | null = null;

  /** Texts that a window left behind, latest first. */
  readonly left = signal<readonly (KeptDraft & { key: string })[]>([]);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.release?.());
  }

  /** @returns whether the browser could keep it */
  keep(documentId: string, draft: KeptDraft): boolean {
    this.hold();
    try {
      localStorage.setItem(this.keyOf(documentId, draft.sectionId), JSON.stringify(draft));
      return true;
    } catch {
      return false; // switched off, or full
    }
  }

  forget(documentId: string, sectionId: string): void {
    this.remove(this.keyOf(documentId, sectionId));
  }

  /** Takes one that was left behind out of the browser. */
  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      return;
    }
    this.left.update((all) => all.filter((one) => one.key !== key));
  }

  /** Looks for what windows that are gone have left of a document. */
  async look(documentId: string): Promise<void> {
    const open = await openWindows();
    const found = keysOf(documentId).flatMap((key) => {
      const draft = read(key);
      const isOpen = open.has(lockOf(key.split('.').at(-1) ?? ''));
      return draft === null || isOpen ? [] : [{ ...draft, key }];
    });
    this.left.set(found.sort((a, b) => b.at.localeCompare(a.at)));
  }

  private keyOf(documentId: string, sectionId: string): string {
    return [PREFIX, documentId, sectionId, this.window].join('.');
  }

  /** As long as this window lives, others leave its texts alone. */
  private hold(): void {
    if (this.release !== null || !('locks' in navigator)) return;
    const gone = new Promise<void>((resolve) => (this.release = resolve));
    void navigator.locks.request(lockOf(this.window), () => gone);
  }
}

function keysOf(documentId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}.${documentId}.`));
  } catch {
    return [];
  }
}
