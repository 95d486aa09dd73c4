import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';

/**
 * Where uploads lie while they are read: a directory of this process's own, into which no other
 * account can look.
 */
@Injectable()
export class UploadDirectory implements OnApplicationShutdown {
  readonly path = mkdtempSync(join(tmpdir(), 'tesigo-uploads-'));

  onApplicationShutdown(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

@Module({ providers: [UploadDirectory], exports: [UploadDirectory] })
export class UploadDirectoryModule {}
