import { Module } from '@nestjs/common';
import { SandboxHost } from './sandbox-host';

/** Work on strangers' files in processes that can take nobody with them. */
@Module({ providers: [SandboxHost], exports: [SandboxHost] })
export class SandboxModule {}
