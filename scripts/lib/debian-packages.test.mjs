// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingPackages } from './debian-packages.mjs';

const REDIS = ['redis-server', 'redis-tools'];

const simulation = `Reading package lists...
Building dependency tree...
The following additional packages will be installed:
  libc6 libjemalloc2 liblzf1 redis-tools
0 upgraded, 4 newly installed, 0 to remove and 106 not upgraded.
Inst libc6 [2.36-9+deb12u9] (2.36-9+deb12u10 Debian:12.15/oldstable [amd64])
Inst libjemalloc2 (5.3.0-1 Debian:12.15/oldstable [amd64])
Inst liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])
Inst redis-tools (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
Inst redis-server (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
Conf libc6 (2.36-9+deb12u10 Debian:12.15/oldstable [amd64])
Conf redis-server (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])
`;

describe('the Debian packages', () => {
  it('takes what the system lacks, each once, but never another C library', () => {
    const wanted = ['libjemalloc2', 'liblzf1', 'redis-tools', 'redis-server'];
    assert.deepEqual(missingPackages(simulation, REDIS), wanted);
  });

  it('takes the package itself when the system claims to have it', () => {
    const nothing = 'redis-server is already the newest version (5:7.0.15-1~deb12u10).\n';
    assert.deepEqual(missingPackages(nothing, REDIS), REDIS);
  });
});
