export { answerRequest } from './answer-request';
export { earnTime } from './limit-resources';
export { SandboxDied } from './run-sandboxed';
export { SandboxHost } from './sandbox-host';
export { SandboxModule } from './sandbox.module';
