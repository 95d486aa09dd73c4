import { LRUCache } from 'lru-cache';
import type { Library } from './read-library';
import { bytesOf } from './term-index';

type Build = (documentId: string) => Promise<Library | null>;

/** The indexes of the documents searched last, as many as the memory for them holds. */
export class LibraryCache {
  private readonly libraries: LRUCache<string, Library>;
  private readonly building = new Map<string, Promise<Library | null>>();

  /** @param budget bytes; an index that is larger is kept alone */
  constructor(
    private readonly build: Build,
    budget: number,
  ) {
    this.libraries = new LRUCache({
      maxSize: budget,
      sizeCalculation: ({ index }) => Math.min(budget, Math.max(1, bytesOf(index))),
    });
  }

  /** The index as of the revision or of a later one; null when there is no such document. */
  async get(documentId: string, revision: number): Promise<Library | null> {
    const isNew = (library: Library | null) => library === null || library.revision >= revision;
    const known = this.libraries.get(documentId);
    if (known !== undefined && isNew(known)) return known;
    const built = await this.once(documentId);
    // what another search had begun to build may be of the time before the change
    return isNew(built) ? built : this.once(documentId);
  }

  private once(documentId: string): Promise<Library | null> {
    const begun = this.building.get(documentId);
    if (begun !== undefined) return begun;
    const building = this.make(documentId).finally(() => this.building.delete(documentId));
    this.building.set(documentId, building);
    return building;
  }

  private async make(documentId: string): Promise<Library | null> {
    const library = await this.build(documentId);
    if (library === null) this.libraries.delete(documentId);
    else this.libraries.set(documentId, library);
    return library;
  }
}
