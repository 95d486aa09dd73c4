import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { clipboard } from './plugins/clipboard';
import { finding } from './plugins/finding';
import { keyBindings, type RoomActs } from './plugins/key-bindings';
import { trackedChanges } from './plugins/tracked-changes';
import { typingRules } from './plugins/typing-rules';
import type { RoomTexts } from './room-texts';

/** The state that an editor of one text begins with. */
export const editorState = (doc: Node, acts: RoomActs, texts: RoomTexts): EditorState =>
  EditorState.create({
    doc,
    plugins: [
      typingRules(acts.cite),
      ...keyBindings(acts),
      history(),
      clipboard(),
      finding(),
      trackedChanges(texts),
      tableEditing(),
    ],
  });
