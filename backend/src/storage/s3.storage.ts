import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { type ByteRange, MissingFileError, Storage, type StoredFile } from './storage';
import { assertKey } from './storage-key';

export interface S3Options {
  /** Unset for Amazon's own. */
  endpoint: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Loaded on first use: it takes longer than the rest of a start, and most starts don't need it. */
const sdk = () => import('@aws-sdk/client-s3');

/** Deletions under way at once. */
const BATCH = 50;

function isAbsent(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes((error as Error).name);
}

/** Files in a private bucket of Amazon S3 or a store that speaks its protocol. */
export class S3Storage extends Storage {
  private connected: Promise<S3Client> | undefined;

  constructor(private readonly options: S3Options) {
    super();
  }

  async put(key: string, content: Buffer | Readable): Promise<void> {
    const { Upload } = await import('@aws-sdk/lib-storage');
    // Uploads a stream of unknown length in parts, and a small one in a single request
    const upload = new Upload({
      client: await this.client(),
      params: { ...this.at(key), Body: content },
    });
    await upload.done();
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const { GetObjectCommand } = await sdk();
    const client = await this.client();
    const part = range && { Range: `bytes=${String(range.start)}-${String(range.end)}` };
    try {
      const { Body } = await client.send(new GetObjectCommand({ ...this.at(key), ...part }));
      if (Body instanceof Readable) return Body;
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
    throw new MissingFileError(key);
  }

  async delete(key: string): Promise<void> {
    const { DeleteObjectCommand } = await sdk();
    const client = await this.client();
    await client.send(new DeleteObjectCommand(this.at(key)));
  }

  async deleteFolder(folder: string): Promise<void> {
    const { paginateListObjectsV2 } = await sdk();
    const { Bucket, Key } = this.at(folder);
    const client = await this.client();
    const pages = paginateListObjectsV2({ client, pageSize: BATCH }, { Bucket, Prefix: `${Key}/` });
    for await (const { Contents = [] } of pages) {
      await Promise.all(Contents.map(({ Key: key }) => key && this.delete(key)));
    }
  }

  async *list(folder?: string): AsyncGenerator<StoredFile> {
    const { paginateListObjectsV2 } = await sdk();
    const client = await this.client();
    const Prefix = folder === undefined ? undefined : `${this.at(folder).Key}/`;
    const pages = paginateListObjectsV2({ client }, { Bucket: this.options.bucket, Prefix });
    for await (const { Contents = [] } of pages) {
      for (const { Key: key, Size: size = 0, LastModified: changedAt = new Date() } of Contents) {
        if (key !== undefined) yield { key, size, changedAt };
      }
    }
  }

  async check(): Promise<void> {
    const { HeadBucketCommand } = await sdk();
    const client = await this.client();
    await client.send(new HeadBucketCommand({ Bucket: this.options.bucket }));
  }

  private at(key: string) {
    assertKey(key);
    return { Bucket: this.options.bucket, Key: key };
  }

  private client(): Promise<S3Client> {
    this.connected ??= this.connect();
    return this.connected;
  }

  private async connect(): Promise<S3Client> {
    const { S3Client } = await sdk();
    const { endpoint, region, accessKeyId, secretAccessKey } = this.options;
    return new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Other stores than Amazon's know neither bucket subdomains nor its newer checksums
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }
}
