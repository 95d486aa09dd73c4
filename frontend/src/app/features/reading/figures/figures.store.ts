import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  addFigure,
  getFigure$Jpeg,
  getFigure$Png,
  listFigures,
} from '../../../api/generated/functions';
import type { Figure } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import type { ShownFigure } from '../../../ui/prose/prose-model';

/** An image as its owner describes it. */
export interface FigureDraft {
  file: File;
  altText: string;
  caption: string;
}

/** The images of the open document. They are private, so each is fetched with the session. */
@Injectable()
export class FiguresStore {
  private readonly api = inject(Api);
  private readonly figures = signal<readonly Figure[]>([]);
  private readonly urls = signal<ReadonlyMap<string, string>>(new Map());
  private documentId: string | null = null;

  readonly adding = signal(false);
  readonly problem = signal<Problem | null>(null);

  readonly byKey = computed(() => {
    const urls = this.urls();
    const shown = this.figures().map(({ id, key, altText, caption }): [string, ShownFigure] => [
      key,
      { url: urls.get(id) ?? null, altText, caption },
    ]);
    return new Map(shown);
  });
  readonly all = this.figures.asReadonly();

  async load(documentId: string): Promise<void> {
    if (this.documentId === documentId) return;
    this.documentId = documentId;
    try {
      const { items } = await this.api.invoke(listFigures, { id: documentId });
      this.figures.set(items);
      await Promise.all(items.map((figure) => this.fetch(figure)));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** @returns the stored image, or null with {@link problem} set */
  async add({ file, altText, caption }: FigureDraft): Promise<Figure | null> {
    const id = this.documentId;
    if (id === null) return null;
    this.adding.set(true);
    this.problem.set(null);
    try {
      const figure = await this.api.invoke(addFigure, { id, body: { file, altText, caption } });
      this.figures.update((all) => [...all, figure]);
      void this.fetch(figure);
      return figure;
    } catch (error) {
      this.problem.set(problemOf(error));
      return null;
    } finally {
      this.adding.set(false);
    }
  }

  private async fetch({ id: figureId, mediaType }: Figure): Promise<void> {
    const id = this.documentId;
    if (id === null) return;
    try {
      const read = mediaType === 'image/png' ? getFigure$Png : getFigure$Jpeg;
      const image = await this.api.invoke(read, { id, figureId });
      const url = await dataUrl(image);
      this.urls.update((urls) => new Map(urls).set(figureId, url));
    } catch {
      // the alternative text stands in its place
    }
  }
}

/** The page's policy shows images of its own and data only. */
function dataUrl(image: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(String(reader.result));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The image cannot be read.'));
    };
    reader.readAsDataURL(image);
  });
}
