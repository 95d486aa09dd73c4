import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { DocumentsModule } from '../../documents';
import { SourcesModule } from '../../sources';
import { StorageModule } from '../../storage';
import { SandboxModule } from '../../sandbox';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import type { Figure, FigureList } from './dto/figure';
import { FigureImages } from './figure-images';
import { FiguresController } from './figures.controller';
import { FiguresRepository } from './figures.repository';
import { FiguresService } from './figures.service';
import { ImageReader } from './image/image-reader';

jest.setTimeout(120_000);

const DOCUMENT = {
  title: 'Learning',
  topic: 'How students learn what lasts',
  language: 'en',
  type: 'bachelor_thesis',
  targetPages: 30,
  citationStyle: 'apa',
};

let target: TestApp;
let student: TestClient;
let stranger: TestClient;
let figures: string;

beforeAll(async () => {
  target = await testApp({
    features: {
      imports: [DocumentsModule, SandboxModule, SourcesModule, StorageModule],
      controllers: [FiguresController],
      providers: [FigureImages, FiguresRepository, FiguresService, ImageReader],
    },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  student = await new TestClient(target).signIn('student@uni.example.org');
  stranger = await new TestClient(target).signIn('stranger@uni.example.org');
  const { body } = await student.send('post', '/documents', DOCUMENT).expect(201);
  figures = `/documents/${(body as { id: string }).id}/figures`;
});

afterAll(() => target.close());

const area = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 4, background: '#88aaccee' } });

const upload = (file: Buffer | string, name: string, fields: Record<string, string> = {}) => {
  const test = student.send('post', figures).attach('file', Buffer.from(file), name);
  for (const [field, value] of Object.entries(fields)) void test.field(field, value);
  return test;
};

async function added(file: Buffer | string, name: string, fields?: Record<string, string>) {
  return (await upload(file, name, fields).expect(201)).body as Figure;
}

async function contentOf({ id }: Figure) {
  const { body, headers } = await student.send('get', `${figures}/${id}`).buffer(true).expect(200);
  return { file: body as Buffer, headers: headers as Record<string, string> };
}

const SVG = (inside: string, attributes = 'width="200" height="100"') =>
  `<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

describe('POST /documents/{id}/figures', () => {
  it('keeps a PNG on white, without what its file said beside', async () => {
    const file = await area()
      .withExif({ IFD0: { Copyright: 'Somebody private' } })
      .png()
      .toBuffer();
    const figure = await added(file, 'My Picture (1).PNG', { altText: 'An area', caption: '' });
    expect(figure).toMatchObject({
      ...{ key: 'my-picture-1', altText: 'An area', caption: '' },
      ...{ mediaType: 'image/png', width: 60, height: 40 },
    });
    expect(figure).not.toHaveProperty('storageKey');
    const { file: kept, headers } = await contentOf(figure);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const { exif, hasAlpha } = await sharp(kept).metadata();
    expect({ exif, hasAlpha }).toEqual({ exif: undefined, hasAlpha: false });
  });

  it('turns a photograph upright and makes a large one smaller', async () => {
    const file = await area(4000, 1000)
      .flatten()
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const figure = await added(file, 'photo.jpg');
    expect(figure).toMatchObject({ mediaType: 'image/jpeg', width: 1000, height: 4000 });
    const { width, height } = await sharp((await contentOf(figure)).file).metadata();
    expect({ width, height }).toEqual({ width: 600, height: 2400 });
  });

  it('draws an SVG, with words, and nothing that it would run or load', async () => {
    const file = SVG(
      `<script>alert(1)</script><rect width="100" height="100" fill="#ff0000"/>
       <text x="110" y="50" font-size="40">Слово</text>
       <image href="file:///etc/passwd" width="10" height="10"/>
       <image href="http://localhost/x.png" width="10" height="10"/>`,
    );
    const figure = await added(file, 'drawing.png');
    expect(figure).toMatchObject({ mediaType: 'image/png', width: 200, height: 100 });
    const { file: kept } = await contentOf(figure);
    const image = sharp(kept);
    const { width } = await image.metadata();
    expect(width).toBe(2400);
    const red = await sharp(kept)
      .extract({ left: 600, top: 600, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([...red.subarray(0, 3)]).toEqual([255, 0, 0]);
    const words = await sharp(kept)
      .extract({ left: 1320, top: 300, width: 900, height: 400 })
      .stats();
    expect(words.channels[0]?.min).toBeLessThan(40);
  });

  it.each([
    ['a web page', '<html><svg></svg></html>', 415],
    ['a program', '#!/bin/sh\necho', 415],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG('&a;')}`, 415],
    ['a PDF', '%PDF-1.7', 415],
    ['nothing', '', 415],
    ['an SVG that ends early', SVG('<rect').slice(0, -20), 422],
    ['an SVG of no size', SVG('', 'width="0" height="0"'), 422],
    ['a PNG that is none', Buffer.from('\u0089PNG\r\n\u001a\nabc', 'latin1'), 422],
  ])('refuses %s', async (_, file, status) => {
    const { body } = await upload(file, 'image.png').expect(status);
    expect((body as { detail: string }).detail).not.toMatch(/node_modules|vips|Error/);
  });

  it('refuses a file that is cut off, and one of too many pixels', async () => {
    const jpeg = await area(400, 400).flatten().jpeg().toBuffer();
    await upload(jpeg.subarray(0, jpeg.length / 2), 'half.jpg').expect(422);
    const bomb = await area(9000, 9000).flatten().png().toBuffer();
    const { body } = await upload(bomb, 'bomb.png').expect(422);
    expect((body as { detail: string }).detail).toContain('50 million pixels');
  });

  it('gives every image a key of its own', async () => {
    const file = await area().png().toBuffer();
    const [first, second] = [await added(file, 'Графік.png'), await added(file, 'графік.png')];
    expect([first.key, second.key]).toEqual(['графік', 'графік-2']);
    await upload(file, 'a.png', { key: 'графік' }).expect(409);
    await upload(file, 'a.png', { key: 'no good' }).expect(422);
    expect((await added(file, 'a.png', { key: 'fig.1_b' })).key).toBe('fig.1_b');
    await student.send('post', figures).expect(422);
  });
});

describe('the images of a document', () => {
  it('are listed, described anew and removed', async () => {
    const figure = await added(await area().png().toBuffer(), 'one.png');
    const path = `${figures}/${figure.id}`;
    const { body } = await student.send('put', path, { altText: 'Said better' }).expect(200);
    expect(body).toMatchObject({ id: figure.id, altText: 'Said better', caption: '' });
    await student.send('put', path, {}).expect(422);
    const list = (await student.send('get', figures).expect(200)).body as FigureList;
    expect(list.items.map(({ id }) => id)).toContain(figure.id);
    await student.send('delete', path).expect(204);
    await student.send('get', path).expect(404);
    await student.send('delete', path).expect(404);
  });

  it('are nobody else’s', async () => {
    const figure = await added(await area().png().toBuffer(), 'mine.png');
    const path = `${figures}/${figure.id}`;
    await stranger.send('get', figures).expect(404);
    await stranger.send('get', path).expect(404);
    await stranger.send('put', path, { caption: 'x' }).expect(404);
    await stranger.send('delete', path).expect(404);
    await stranger.send('post', figures).attach('file', Buffer.from('x'), 'x.png').expect(404);
    await student.send('get', `${figures}/${randomUUID()}`).expect(404);
  });

  it('are given to exports where the text shows them, and left out where their file is gone', async () => {
    const [kept, gone] = [
      await added(await area().png().toBuffer(), 'kept.png'),
      await added(await area().png().toBuffer(), 'gone.png'),
    ];
    const [owner] = await target.database.dataSource.query<{ owner_id: string; id: string }[]>(
      'select owner_id, d.id from documents d join figures f on f.document_id = d.id limit 1',
    );
    const images = target.app.get(FigureImages);
    const text = `![](figure:${kept.key})\n\n![](figure:${gone.key})`;
    const shown = await images.shownIn(owner?.owner_id ?? '', owner?.id ?? '', [text]);
    expect(shown.map(({ key }) => key)).toEqual(['kept', 'gone']);
    await student.send('delete', `${figures}/${gone.id}`).expect(204);
    const { figures: loaded } = await images.loaded({ figures: shown } as never);
    expect(loaded.map(({ key, data }) => [key, (data?.length ?? 0) > 0])).toEqual([['kept', true]]);
  });
});
