import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { MissingFileError, Storage } from '../../storage';
import type { ExportInput } from '../model/export-input';
import type { FigureInput } from '../model/figure-input';
import { figureKeys } from '../model/markdown-figures';
import { FiguresRepository } from './figures.repository';

/** Gives exports the images that their text shows. */
@Injectable()
export class FigureImages {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly storage: Storage,
  ) {}

  /** Those that some texts show, without the images themselves. */
  async shownIn(
    ownerId: string,
    documentId: string,
    texts: readonly string[],
  ): Promise<FigureInput[]> {
    const keys = new Set(texts.flatMap(figureKeys));
    if (keys.size === 0) return [];
    const figures = await this.figures.list(ownerId, documentId);
    return figures
      .filter(({ key }) => keys.has(key))
      .map(({ id: _, createdAt: __, fileSize: ___, ...figure }) => figure);
  }

  /** The same input with the images; one whose file is gone is left out, and printed as missing. */
  async loaded(input: ExportInput): Promise<ExportInput> {
    const figures: FigureInput[] = [];
    for (const figure of input.figures) {
      const data = await this.read(figure.storageKey);
      if (data !== null) figures.push({ ...figure, data });
    }
    return { ...input, figures };
  }

  private async read(storageKey: string): Promise<Uint8Array | null> {
    try {
      return await buffer(await this.storage.get(storageKey));
    } catch (error) {
      if (error instanceof MissingFileError) return null;
      throw error;
    }
  }
}
