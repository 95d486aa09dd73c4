import { Component, effect, type ElementRef, input, viewChild } from '@angular/core';

interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createHTML(html: string): string }): MailPolicy;
}

interface MailPolicy {
  createHTML(html: string): string;
}

/** Named in the server's Content-Security-Policy; there can be one of a name. */
const POLICY = 'tesigo#mail';

let policy: MailPolicy | undefined;

/** For the frame below alone, in which nothing runs. */
function trusted(html: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicies };
  policy ??= trustedTypes?.createPolicy(POLICY, { createHTML: (page) => page }) ?? {
    createHTML: (page) => page,
  };
  return policy.createHTML(html);
}

/**
 * A mail as a page, in a frame of another origin without scripts, forms and links: not through
 * Angular's sanitiser, which would take away how it looks.
 */
@Component({
  selector: 'tg-mail-frame',
  template: `<iframe #frame class="admin-mail" sandbox="" [title]="label()"></iframe>`,
})
export class MailFrame {
  readonly html = input.required<string>();
  readonly label = input.required<string>();

  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');

  constructor() {
    effect(() => {
      this.frame().nativeElement.srcdoc = trusted(this.html());
    });
  }
}
