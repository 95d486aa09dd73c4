import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Document } from '../../documents';
import { type LengthRules, NO_LIMITS, type WordLimits, wordLimits } from './word-limits';

/**
 * Asked here, since the module of the requirements itself asks this one to read rules. The value of
 * each rule stands beside its evidence.
 */
const LENGTHS = `select r.profile #> '{values,lengthPages,value}' as pages,
    r.profile #> '{values,lengthWords,value}' as words,
    r.profile #> '{values,lengthCharacters,value}' as characters,
    r.profile #> '{values,lengthCharactersNoSpaces,value}' as "charactersNoSpaces"
  from document_requirements r join documents d on d.id = r.document_id
  where d.id = $1 and d.owner_id = $2`;

type Row = { [Name in keyof LengthRules]-?: NonNullable<LengthRules[Name]> | null };

/** What is ruled of the length of documents of one owner. */
@Injectable()
export class LengthRulesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** No limits for a document without such rules, and for another's. */
  async limits(ownerId: string, { id, language }: Document): Promise<WordLimits> {
    const [row] = await this.dataSource.query<Row[]>(LENGTHS, [id, ownerId]);
    if (row === undefined) return NO_LIMITS;
    const { pages, words, characters, charactersNoSpaces } = row;
    return wordLimits(
      {
        ...{ pages: pages ?? undefined, words: words ?? undefined },
        characters: characters ?? undefined,
        charactersNoSpaces: charactersNoSpaces ?? undefined,
      },
      language,
    );
  }
}
