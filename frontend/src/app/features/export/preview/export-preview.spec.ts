import { HttpEventType } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakePdfEngine, withoutLayout } from '../../../../testing/fake-pdf';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { settled } from '../../../../testing/settled';
import type { ExportLink } from '../../../api/generated/models';
import type { PdfPlace } from '../../../ui/pdf-viewer/pdf-viewer';
import { PdfJsEngine } from '../../../ui/pdf-viewer/pdfjs-engine';
import { ExportPreview } from './export-preview';
import { ExportPreviewHarness } from './export-preview.harness';

const fileAt = (path: string): ExportLink => ({
  downloadUrl: `https://thesis.example${path}`,
  expiresAt: '2026-05-04T10:00:00.000Z',
  fileSize: 8,
  format: 'pdf',
  sha256: 'a',
});

@Component({
  imports: [ExportPreview],
  template: '<tg-export-preview [file]="file()" [place]="place()" />',
})
class Page {
  readonly file = signal(fileAt('/first'));
  readonly place = signal<PdfPlace | null>(null);
}

describe('ExportPreview', () => {
  beforeAll(withoutLayout);

  async function render() {
    const engine = new FakePdfEngine(9, (page) => [`Words of page ${String(page)}.`]);
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), { provide: PdfJsEngine, useValue: engine }],
    });
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const preview = await loader.getHarness(ExportPreviewHarness);
    await settled();
    const http = TestBed.inject(HttpTestingController);
    return { page: fixture.componentInstance, preview, http };
  }

  it('says how much has come, then shows the pages', async () => {
    const { preview, http } = await render();
    const request = http.expectOne('/first');
    request.event({ type: HttpEventType.DownloadProgress, loaded: 2, total: 8 });
    expect(await preview.loaded()).toBe(25);
    request.flush(new Blob(['%PDF-1.7']));
    await settled();
    expect(await preview.loaded()).toBeNull();
    await settled();
    expect(await (await preview.viewer())?.drawn()).toEqual([1, 2]);
  });

  it('is led to a page', async () => {
    const { page, preview, http } = await render();
    page.place.set({ page: 2, passage: 'Words of page 2' });
    http.expectOne('/first').flush(new Blob(['%PDF-1.7']));
    await settled();
    expect(await (await preview.viewer())?.marked('passage')).toEqual(['Words of page 2']);
  });

  it('says why the file did not come, and fetches it again', async () => {
    const { preview, http } = await render();
    http.expectOne('/first').error(new ProgressEvent('error'));
    await settled();
    expect(await preview.viewer()).toBeNull();
    await preview.retry();
    http.expectOne('/first').flush(new Blob(['%PDF-1.7']));
    await settled();
    expect(await (await preview.viewer())?.page()).toBe(1);
  });

  it('shows the file that was made last, whichever comes first', async () => {
    const { page, preview, http } = await render();
    const early = http.expectOne('/first');
    page.file.set(fileAt('/second'));
    await settled();
    const late = http.expectOne('/second');
    early.flush(new Blob(['%PDF-1.7']));
    await settled();
    expect(await preview.viewer()).toBeNull();
    late.flush(new Blob(['%PDF-1.7']));
    await settled();
    expect(await preview.viewer()).not.toBeNull();
  });
});
