import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf, type Texts } from '../../../../testing/translations';
import { ruleError } from './rule-errors';
import { isRule, nameOf, type Rule, RULE_GROUPS, RULE_KINDS, STYLE_NAMES } from './rules';

interface Schema {
  enum?: string[];
  items?: { enum: string[] };
  minimum?: number;
  maximum?: number;
  minItems?: number;
}

const OPENAPI = JSON.parse(
  readFileSync(join(__dirname, '../../../../../../backend/openapi.json'), 'utf8'),
) as { components: { schemas: { Formatting: { properties: Record<Rule, Schema> } } } };

const SCHEMAS = OPENAPI.components.schemas.Formatting.properties;
const rules = Object.keys(RULE_KINDS) as Rule[];

const texts = (textsOf('requirements', 'en') as { requirements: Record<string, Texts> })
  .requirements;

describe('the rules of the form', () => {
  it('are those of the API, each in one group', () => {
    expect([...rules].sort()).toEqual(Object.keys(SCHEMAS).sort());
    expect(RULE_GROUPS.flatMap((group) => group.rules).sort()).toEqual([...rules].sort());
    expect(isRule('fontSize') && !isRule('fontColour')).toBe(true);
  });

  it.each(rules)('%s has the bounds and the words of the API', (rule) => {
    const kind = RULE_KINDS[rule];
    const schema = SCHEMAS[rule];
    if (kind.kind === 'choice') expect(kind.options).toEqual(schema.enum);
    if (kind.kind === 'list') expect(kind.options).toEqual(schema.items?.enum);
    if (kind.kind === 'list') expect(kind.least).toBe(schema.minItems);
    if (kind.kind === 'measure') {
      expect([kind.min, kind.max]).toEqual([schema.minimum, schema.maximum]);
    }
  });

  it('have a name each, and a text for each word and group', () => {
    expect(Object.keys(texts['rules'] ?? {}).sort()).toEqual([...rules].sort());
    expect(Object.keys(texts['groups'] ?? {}).sort()).toEqual(
      RULE_GROUPS.map(({ id }) => id).sort(),
    );
    const words = Object.values(RULE_KINDS).flatMap((kind) => {
      if (kind.kind === 'list') return kind.options;
      return kind.kind === 'choice' && kind.named !== true ? kind.options : [];
    });
    expect(words.filter((word) => texts['words']?.[word] === undefined)).toEqual([]);
    expect(nameOf('gost')).toBe(STYLE_NAMES.gost);
  });
});

describe('ruleError', () => {
  it.each([
    ['marginLeft', { marginLeft: 4 }, 'number'],
    ['marginLeft', { marginLeft: Number.NaN }, 'number'],
    ['marginLeft', { marginLeft: 25.4 }, undefined],
    ['fontSize', { fontSize: 12.3 }, 'step'],
    ['fontSize', { fontSize: 12.5 }, undefined],
    ['lengthWords', { lengthWords: { min: 9, max: 3 } }, 'count'],
    ['lengthWords', { lengthWords: { min: 0, max: null } }, 'count'],
    ['lengthWords', { lengthWords: { min: 2.5, max: null } }, 'count'],
    ['lengthWords', { lengthWords: { min: 3, max: 9 } }, undefined],
    ['partOrder', { partOrder: ['body' as const] }, 'parts'],
    ['pageNumbersFrom', { pageNumbersFrom: 'body', frontMatterNumbers: 'roman' }, 'roman'],
    ['pageNumbersFrom', { pageNumbersFrom: 'body' }, undefined],
    ['font', {}, undefined],
  ] as const)('of %s in %j', (rule, values, key) => {
    expect(ruleError(rule, values as Parameters<typeof ruleError>[1])?.key).toBe(key);
  });
});
