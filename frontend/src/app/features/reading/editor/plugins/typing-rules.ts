import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import type { Plugin } from 'prosemirror-state';
import { schema } from '../schema';

const { nodes } = schema;

/** `$x^2$`, as the stored text has it: no space inside, no digit behind. */
const formula = new InputRule(
  /(?<![\\$])\$([^\s$](?:[^$]{0,400}[^\s$])?)\$$/,
  (state, [whole, tex = ''], start, end) =>
    state.doc.resolve(start).parent.type.spec.code
      ? null
      : state.tr.replaceWith(start + whole.indexOf('$'), end, nodes.formula.create({ tex })),
);

/** Markdown means what it means while one types it; a citation asks for its source. */
export function typingRules(cite: () => void): Plugin {
  const citation = new InputRule(/(?:^|[\s([“„«—–])\[?@$/, (state, [matched], start, end) => {
    const { parent } = state.doc.resolve(start);
    if (parent.type.spec.code === true) return null;
    queueMicrotask(cite);
    const typed = matched.replace(/^[^[@]/, '');
    // what led here is taken away: the citation stands in its place
    return state.tr.delete(end - (typed.length - 1), end);
  });
  return inputRules({
    rules: [
      citation,
      formula,
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      wrappingInputRule(/^\s*[-+*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes.ordered_list, ([, number]) => ({
        start: Number(number),
      })),
      textblockTypeInputRule(/^#{1,6}\s$/, nodes.heading),
      textblockTypeInputRule(/^```$/, nodes.code_block),
    ],
  });
}
