import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CommandName } from '../plugins/commands';
import { Tool } from './tool';

/** What the bar asks of the room, besides the commands of the text. */
export type RoomAct =
  | 'cite'
  | 'suggest'
  | 'formula'
  | 'figure'
  | 'undo'
  | 'redo'
  | 'find'
  | 'source'
  | 'focus'
  | 'shortcuts';

const COMMAND_GROUPS: readonly (readonly CommandName[])[] = [
  ['strong', 'emphasis', 'code'],
  ['heading', 'bullets', 'numbers', 'quotation', 'table'],
];

/** One stop of the Tab key; arrows lead from tool to tool, as the toolbar pattern has it. */
@Component({
  selector: 'tg-tool-bar',
  imports: [Tool, TranslocoDirective],
  templateUrl: './tool-bar.html',
  host: { role: 'toolbar', class: 'room-tools', '(keydown)': 'onKey($event)' },
})
export class ToolBar {
  readonly on = input.required<ReadonlySet<CommandName>>();
  /** The text is shown as Markdown. */
  readonly asSource = input.required<boolean>();
  readonly focused = input.required<boolean>();
  /** What stands in front of the sections cites nothing. */
  readonly cites = input.required<boolean>();
  readonly run = output<CommandName>();
  readonly act = output<RoomAct>();

  protected readonly groups = COMMAND_GROUPS;

  protected onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const bar = event.currentTarget;
    if (step === undefined || !(bar instanceof HTMLElement)) return;
    const tools = [...bar.querySelectorAll('button')];
    const at = tools.findIndex((tool) => tool === event.target);
    const next = tools.at((at + step) % tools.length);
    event.preventDefault();
    tools.forEach((tool) => (tool.tabIndex = tool === next ? 0 : -1));
    next?.focus();
  }
}
