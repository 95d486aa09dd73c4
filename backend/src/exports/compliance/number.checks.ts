import type { Formatting } from '../../requirements';
import type { FileFacts } from './facts';
import { compare } from './measures.check';
import { broken, met, notCheckable, type Verdict } from './outcome';
import { reason } from './reason';

export const checkPosition = (facts: FileFacts, expected: string): Verdict =>
  compare(
    facts.numbers.positions,
    (position) => position === expected,
    (position) => position,
    facts,
  );

type From = NonNullable<Formatting['pageNumbersFrom']>;

export function checkFrom({ numbers }: FileFacts, expected: From): Verdict {
  const { onTitlePage, onFront, onBody } = numbers;
  if (!onBody) return broken('nowhere', reason('no_numbers'));
  const found: From = onTitlePage ? 'title_page' : onFront === false ? 'body' : 'after_title_page';
  // with nothing between them, both are the same page
  const same = onFront === null && found !== 'title_page' && expected !== 'title_page';
  return found === expected || same
    ? met(expected)
    : broken(found, reason('other_than_ruled', { expected }));
}

export function checkFrontNumbers(
  { numbers: { roman, onFront } }: FileFacts,
  expected: 'roman' | 'arabic',
): Verdict {
  if (roman === null) return notCheckable('nothing_before_body');
  if (onFront === false) return notCheckable('front_without_numbers');
  const found = roman ? 'roman' : 'arabic';
  return found === expected ? met(found) : broken(found, reason('other_than_ruled', { expected }));
}
