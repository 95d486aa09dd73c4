import type { EditorProps } from 'prosemirror-view';
import type { RoomViews } from '../room-texts';
import { CitationView } from './citation-view';
import { FigureView } from './figure-view';
import { FormulaView } from './formula-view';
import { ReferenceView } from './reference-view';

export const nodeViews = (room: RoomViews): NonNullable<EditorProps['nodeViews']> => ({
  citation: (node, view, getPos) => new CitationView(node, view, getPos, room),
  formula: (node, view, getPos) => new FormulaView(node, view, getPos, room),
  formula_block: (node, view, getPos) => new FormulaView(node, view, getPos, room),
  reference: (node, view, getPos) => new ReferenceView(node, view, getPos, room),
  figure: (node, view) => new FigureView(node, view, room),
});
