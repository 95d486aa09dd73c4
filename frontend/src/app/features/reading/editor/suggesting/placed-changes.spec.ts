import { undo } from 'prosemirror-history';
import {
  changesBetween,
  withChanges,
} from '../../../../../../../backend/src/documents/suggestions/suggested-changes';
import { acceptChanges, rejectChanges, showChanges, toChange } from '../plugins/tracked-changes';
import { RoomEditor } from '../room-editor';
import { insertedSlice, placedChanges } from './placed-changes';

const ORIGINAL = 'It is the case that tests help a lot [@a1, p. 3]. Nothing more is said.';
const PROPOSED = 'Tests help greatly [@a1, p. 3]. [@b2] **says** so.';
const BEFORE = 'A first paragraph.\n\nA beginning. ';
const AFTER = ' An end.\n\n* a list\n* of two';

function suggestion(original = ORIGINAL, proposed = PROPOSED) {
  const changes = changesBetween(original, proposed);
  return { original, changes, accepted: [] as number[], rejected: [] as number[], place: null };
}

const nothing = () => undefined;

function open(markdown: string): RoomEditor {
  const place = document.createElement('div');
  document.body.append(place);
  return new RoomEditor(place, {
    markdown,
    attributes: {},
    texts: {
      citationLabel: (items) => `(${items.map(({ key }) => key).join()})`,
      isKnown: () => true,
      figure: nothing,
      referenceOf: (label) => label,
      say: (key) => key,
      open: nothing,
    },
    acts: {
      ...{ cite: nothing, find: nothing, save: nothing, shortcuts: nothing, focusMode: nothing },
      ...{ open: nothing, suggest: nothing, change: nothing, decide: nothing },
    },
    onWritten: nothing,
    onMoved: nothing,
  });
}

function shown(text = BEFORE + ORIGINAL + AFTER, made = suggestion()) {
  const editor = open(text);
  const changes = placedChanges(editor, made) ?? [];
  editor.view.dispatch(showChanges(editor.view.state, changes));
  return { editor, changes, made };
}

describe('a suggestion in the text', () => {
  it('shows what would go and what would come, and changes nothing', () => {
    const { editor, changes, made } = shown();
    expect(changes).toHaveLength(made.changes.length);
    const gone = [...editor.view.dom.querySelectorAll('del')].map((one) => one.textContent);
    expect(gone.join(' ')).toContain('It is the case that tests');
    const come = [...editor.view.dom.querySelectorAll('ins')].map((one) => one.textContent);
    expect(come.join(' ')).toContain('suggest.insertion Tests');
    expect(come.join(' ')).toContain('(b2)');
    expect(editor.markdown()).toBe(BEFORE + ORIGINAL + AFTER);
  });

  it('is, taken as a whole, what was proposed, and can be undone', () => {
    const { editor, changes } = shown();
    editor.view.dispatch(acceptChanges(editor.view.state, changes));
    expect(editor.markdown()).toBe(BEFORE + PROPOSED + AFTER);
    expect(editor.tracked()).toBeNull();
    undo(editor.view.state, editor.view.dispatch.bind(editor.view));
    expect(editor.markdown()).toBe(BEFORE + ORIGINAL + AFTER);
  });

  it('is taken change by change; the rest stays where it belongs', () => {
    const { editor, changes, made } = shown();
    editor.view.dispatch(acceptChanges(editor.view.state, changes.slice(0, 1)));
    const { text } = withChanges(ORIGINAL, made.changes, [0]);
    expect(editor.markdown()).toBe(BEFORE + text + AFTER);
    expect(editor.tracked()?.changes).toHaveLength(changes.length - 1);
    // as another window would see it
    const again = placedChanges(editor, { ...made, accepted: [0] });
    expect(again?.map(({ from, to }) => [from, to])).toEqual(
      editor.tracked()?.changes.map(({ from, to }) => [from, to]),
    );
    const rest = editor.tracked()?.changes ?? [];
    editor.view.dispatch(rejectChanges(editor.view.state, rest));
    expect(editor.markdown()).toBe(BEFORE + text + AFTER);
    expect(editor.tracked()).toBeNull();
  });

  it('moves with the text, and lets go of what somebody has written into', () => {
    const { editor, changes } = shown();
    editor.view.dispatch(editor.view.state.tr.insertText('New. ', 1));
    expect(editor.tracked()?.changes[0]?.from).toBe((changes[0]?.from ?? 0) + 5);
    const inside = (editor.tracked()?.changes[0]?.from ?? 0) + 3;
    editor.view.dispatch(editor.view.state.tr.insertText('x', inside));
    expect(editor.tracked()?.changes).toHaveLength(changes.length - 1);
    expect(editor.tracked()?.unfit).toEqual([0]);
  });

  it('leads from one change to the next, and around', () => {
    const { editor, changes } = shown();
    changes.forEach((_, at) => {
      expect(editor.tracked()?.active).toBe(at);
      const next = toChange(editor.view.state, 1);
      if (next !== null) editor.view.dispatch(next);
    });
    expect(editor.tracked()?.active).toBe(0);
  });

  it('no longer fits a text that is another one', () => {
    expect(placedChanges(open('Something else.'), suggestion())).toBeNull();
  });

  it('is one change of whole blocks where it has no finer places', () => {
    const original = 'One \\* two.';
    const proposed = 'One \\_ two.';
    const { editor, changes } = shown(`Before.\n\n${original}`, suggestion(original, proposed));
    expect(changes).toHaveLength(1);
    editor.view.dispatch(acceptChanges(editor.view.state, changes));
    expect(editor.markdown()).toMatch(/^Before\.\n\nOne \\?_ two\.$/);
  });

  it('may make one paragraph of two', () => {
    const [original, proposed] = ['One is so. And on.\n\nTwo is too.', 'One and two are so.'];
    const { editor, changes } = shown(
      `Before.\n\n${original}\n\nAfter.`,
      suggestion(original, proposed),
    );
    editor.view.dispatch(acceptChanges(editor.view.state, changes));
    expect(editor.markdown()).toBe(`Before.\n\n${proposed}\n\nAfter.`);
  });
});

describe('what is put in', () => {
  it('keeps the spaces at its ends', () => {
    expect(insertedSlice(' and so ').content.textBetween(0, 8)).toBe(' and so ');
    expect(insertedSlice('').size).toBe(0);
  });
});
