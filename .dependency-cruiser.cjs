const features =
  '(admin|audit|auth|backup|checks|citation-styles|consent|documents|sources|generation|jobs|exports|mail|metrics|outbox|storage|health|payments|privacy|requirements|settings)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.(worker|child)\\.ts$'] },
      to: {},
    },
    {
      name: 'leaf-imports-no-feature',
      comment: 'common, config and language serve every feature and know none',
      severity: 'error',
      from: { path: '^backend/src/(common|config|language)/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^backend/src/${features}/` },
    },
    {
      name: 'one-door',
      comment: 'another feature is entered through its index.ts only',
      severity: 'error',
      from: { path: `^backend/src/${features}/`, pathNot: '\\.spec\\.ts$' },
      to: {
        path: `^backend/src/${features}/`,
        pathNot: ['^backend/src/$1/', `^backend/src/${features}/index\\.ts$`],
      },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { pathNot: '(\\.spec|\\.e2e)\\.ts$|/testing/' },
      to: { path: '\\.spec\\.ts$|/testing/' },
    },
    {
      name: 'generated-client-only-from-stores',
      comment: 'pages and widgets know no API; only feature stores and core call it',
      severity: 'error',
      from: { path: '^frontend/src/app/ui/' },
      to: { path: '^frontend/src/app/(api|features)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'backend/tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'] },
  },
};
