import { HttpClient, HttpEventType } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideTestApi } from '../../../testing/providers';
import { creating, uploading } from './request-options';

describe('request options', () => {
  let client: HttpClient;
  let http: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: provideTestApi() });
    client = TestBed.inject(HttpClient);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('repeats a creating request that got lost, under the same key', async () => {
    const created = firstValueFrom(client.post('/api/v1/documents', {}, { context: creating() }));
    const first = http.expectOne('/api/v1/documents');
    first.error(new ProgressEvent('error'));
    await jest.advanceTimersByTimeAsync(1000);
    const second = http.expectOne('/api/v1/documents');
    const key = first.request.headers.get('Idempotency-Key');
    expect(key).toMatch(/^[\da-f-]{36}$/);
    expect(second.request.headers.get('Idempotency-Key')).toBe(key);
    second.flush({ id: 'd1' });
    expect(await created).toEqual({ id: 'd1' });
  });

  it('does not repeat what the server has refused', async () => {
    const created = firstValueFrom(client.post('/api/v1/documents', {}, { context: creating() }));
    const refused = { status: 422, statusText: 'Unprocessable Content' };
    http.expectOne('/api/v1/documents').flush(null, refused);
    await expect(created).rejects.toMatchObject({ status: 422 });
    await jest.advanceTimersByTimeAsync(5000);
    http.expectNone('/api/v1/documents');
  });

  it('leaves other requests without a key', () => {
    client.post('/api/v1/generate/outline', {}).subscribe();
    const { request } = http.expectOne('/api/v1/generate/outline');
    expect(request.headers.has('Idempotency-Key')).toBe(false);
  });

  it('tells how much of an upload has gone out', async () => {
    const percents: number[] = [];
    const context = uploading((percent) => percents.push(percent));
    const sent = firstValueFrom(client.post('/api/v1/x', new FormData(), { context }));
    const request = http.expectOne('/api/v1/x');
    request.event({ type: HttpEventType.UploadProgress, loaded: 1, total: 3 });
    request.event({ type: HttpEventType.UploadProgress, loaded: 3, total: 3 });
    request.flush({});
    await sent;
    expect(percents).toEqual([33, 100]);
  });
});
