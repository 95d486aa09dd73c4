import { Component, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '../../../../ui/dialog/dialog';

const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);
const MOD = isMac() ? '⌘' : 'Ctrl';

/** Keys by the name of what they do. */
const SHORTCUTS: readonly [name: string, keys: readonly string[]][] = [
  ['cite', ['@']],
  ['citeAnywhere', [MOD, 'Shift', 'C']],
  ['open', ['Enter']],
  ['suggest', [MOD, 'J']],
  ['nextChange', [MOD, 'Alt', 'Down']],
  ['previousChange', [MOD, 'Alt', 'Up']],
  ['acceptChange', [MOD, 'Alt', 'Enter']],
  ['rejectChange', [MOD, 'Alt', 'Backspace']],
  ['strong', [MOD, 'B']],
  ['emphasis', [MOD, 'I']],
  ['code', [MOD, 'E']],
  ['heading3', [MOD, 'Alt', '3']],
  ['bullets', [MOD, 'Shift', '8']],
  ['numbers', [MOD, 'Shift', '7']],
  ['deeper', [MOD, ']']],
  ['quotation', [MOD, 'Shift', '9']],
  ['line', ['Shift', 'Enter']],
  ['undo', [MOD, 'Z']],
  ['redo', [MOD, 'Shift', 'Z']],
  ['find', [MOD, 'F']],
  ['save', [MOD, 'S']],
  ['focus', [MOD, 'Shift', 'F']],
  ['shortcuts', ['?']],
];

/** The keys of the room at a glance. */
@Component({
  selector: 'tg-shortcuts-dialog',
  imports: [Dialog, TranslocoDirective],
  template: `
    <tg-dialog
      *transloco="let t; prefix: 'reading.room.keys'"
      [(open)]="open"
      [heading]="t('heading')"
      [closeLabel]="t('close')"
    >
      <p class="soft">{{ t('text') }}</p>
      <dl class="shortcuts" tabindex="0">
        @for (shortcut of shortcuts; track shortcut[0]) {
          <div>
            <dt>{{ t(shortcut[0]) }}</dt>
            <dd>
              @for (key of shortcut[1]; track key) {
                <kbd>{{ key }}</kbd>
              }
            </dd>
          </div>
        }
      </dl>
    </tg-dialog>
  `,
})
export class ShortcutsDialog {
  readonly open = model.required<boolean>();

  protected readonly shortcuts = SHORTCUTS;
}
