import type { Formatting } from '../../requirements';
import type { CaptionKind } from '../model/document-model';
import type { CaptionFacts, FileFacts } from './facts';
import { broken, met, notCheckable, type Verdict } from './outcome';
import { reason } from './reason';

function checked(
  captions: readonly CaptionFacts[] | null,
  expected: string,
  of: (caption: CaptionFacts) => string,
): Verdict {
  if (captions === null) return notCheckable('captions_unseen');
  if (captions.length === 0) return notCheckable('no_captions');
  const others = captions.filter((caption) => of(caption) !== expected);
  if (others.length === 0) return met(expected);
  const counts = { count: String(others.length), total: String(captions.length) };
  const places = others.map(({ where }) => where);
  return broken(others.map(of)[0] ?? '', reason('differ', counts), places);
}

export function checkCaptionPlace(
  { captions }: FileFacts,
  kind: CaptionKind,
  expected: 'above' | 'below',
): Verdict {
  const own = captions && captions.filter((caption) => caption.kind === kind);
  return checked(own, expected, ({ position }) => position);
}

export function checkCaptionNumbers(
  { captions }: FileFacts,
  expected: NonNullable<Formatting['captionNumbering']>,
): Verdict {
  return checked(captions, expected, ({ number }) =>
    number.includes('.') ? 'by_chapter' : 'continuous',
  );
}
