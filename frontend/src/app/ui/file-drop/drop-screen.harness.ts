import { ComponentHarness } from '@angular/cdk/testing';

/** The events go to the window, as from any place of the page. */
export class DropScreenHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-drop-screen';

  async isShown(): Promise<boolean> {
    return (await this.host()).hasClass('tg-drop-screen-over');
  }

  async send(type: 'dragenter' | 'dragleave' | 'drop', files: readonly File[]): Promise<Event> {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const transfer = { files, types: files.length > 0 ? ['Files'] : ['text/plain'] };
    Object.assign(event, { dataTransfer: transfer, relatedTarget: null });
    document.body.dispatchEvent(event);
    await this.forceStabilize();
    return event;
  }
}
