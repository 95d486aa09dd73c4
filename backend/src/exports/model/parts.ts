import type { Formatting } from '../../requirements';
import { MODEL_PARTS, type ModelPart } from './document-model';

const isOurs = (part: string): part is ModelPart =>
  (MODEL_PARTS as readonly string[]).includes(part);

/**
 * The order of the parts: as ruled, and each that no rule names after the one that it usually
 * follows; the title page always first.
 */
export function partsInOrder({ partOrder = [] }: Formatting): ModelPart[] {
  const order: ModelPart[] = partOrder.filter(isOurs).filter((part) => part !== 'title_page');
  order.unshift('title_page');
  for (const [index, part] of MODEL_PARTS.entries()) {
    if (order.includes(part)) continue;
    const usual = MODEL_PARTS[index - 1] ?? 'title_page';
    order.splice(order.indexOf(usual) + 1, 0, part);
  }
  return order;
}
