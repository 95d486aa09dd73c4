import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import type { ListBlock } from '../model/document-model';
import { TYPE } from '../typography/typography';
import { twips } from './units';

const LEVELS = [0, 1, 2, 3, 4, 5, 6];

type NumberingConfig = INumberingOptions['config'][number];

function indentOf(level: number) {
  const left = (level + 1) * TYPE.listIndent;
  return { left: twips(left), hanging: twips(TYPE.listMarkerWidth) };
}

function configOf(reference: string, { ordered, start }: ListBlock): NumberingConfig {
  return {
    reference,
    levels: LEVELS.map((level) => ({
      level,
      format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: ordered ? `%${String(level + 1)}.` : '•',
      alignment: AlignmentType.LEFT,
      start,
      style: { paragraph: { indent: indentOf(level) } },
    })),
  };
}

/** The lists of a document: Word counts each under a definition of its own. */
export class ListNumbering {
  private readonly configs: NumberingConfig[] = [];

  /** Registers a list and gives the reference its items carry. */
  add(list: ListBlock): string {
    const reference = `list-${String(this.configs.length + 1)}`;
    this.configs.push(configOf(reference, list));
    return reference;
  }

  get options(): INumberingOptions {
    return { config: this.configs };
  }
}
