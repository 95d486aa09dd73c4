import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Gives a file to the browser, which keeps it where it keeps downloads. */
@Injectable({ providedIn: 'root' })
export class SaveFile {
  private readonly page = inject(DOCUMENT);

  run(blob: Blob, name: string): void {
    const link = this.page.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // the browser has taken it over by then
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    });
  }
}
