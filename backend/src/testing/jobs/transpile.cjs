// Lets a child process of a test run our TypeScript as Jest does: `node --require transpile.cjs`.
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');

const options = {
  swcrc: false,
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

Module._extensions['.ts'] = (module, file) => {
  module._compile(transformFileSync(file, options).code, file);
};
