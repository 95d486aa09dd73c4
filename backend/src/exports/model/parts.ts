import type { Formatting } from '../../requirements';
import { MODEL_PARTS, type ModelPart } from './document-model';

const isOurs = (part: string): part is ModelPart =>
  (MODEL_PARTS as readonly string[]).includes(part);

/** Wherever else thanks and declarations stand, these are before the body, and those after it. */
const BEFORE_BODY: ReadonlySet<ModelPart> = new Set([
  ...(['title_page', 'abstract', 'second_abstract', 'contents'] as const),
  ...(['list_of_figures', 'list_of_tables', 'abbreviations'] as const),
]);
const AFTER_BODY: ReadonlySet<ModelPart> = new Set(['bibliography', 'appendices']);

function withBody(order: readonly ModelPart[]): ModelPart[] {
  if (order.includes('body')) return [...order];
  const after = order.findIndex((part) => AFTER_BODY.has(part));
  const before = order.findLastIndex((part) => BEFORE_BODY.has(part));
  return order.toSpliced(after === -1 ? Math.max(before + 1, 1) : after, 0, 'body');
}

/** The part that another usually follows, on the same side of the body. */
function predecessor(part: ModelPart, order: readonly ModelPart[]): ModelPart {
  const index = MODEL_PARTS.indexOf(part);
  const isFront = index < MODEL_PARTS.indexOf('body');
  const body = order.indexOf('body');
  const usual = MODEL_PARTS.slice(0, index).findLast((one) => {
    const at = order.indexOf(one);
    return at !== -1 && isFront === at < body;
  });
  return usual ?? 'title_page';
}

/**
 * The order of the parts: as ruled, and each that no rule names after the one that it usually
 * follows; the title page always first.
 */
export function partsInOrder({ partOrder = [] }: Formatting): ModelPart[] {
  const ruled = partOrder.filter(isOurs).filter((part) => part !== 'title_page');
  const order = withBody(['title_page', ...ruled]);
  for (const part of MODEL_PARTS) {
    if (order.includes(part)) continue;
    order.splice(order.indexOf(predecessor(part, order)) + 1, 0, part);
  }
  return order;
}
