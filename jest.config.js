/** Two projects: `unit` is pure and takes seconds (part of `npm run verify`); `system` runs on real servers. */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest'],
    '/node_modules/mongodb/lib/runtime_adapters\\.js$': ['@swc/jest'],
  },
  // This one file of the MongoDB driver uses `import()`, which jest's sandbox refuses: it is compiled to `require`.
  transformIgnorePatterns: ['/node_modules/(?!mongodb/lib/runtime_adapters\\.js$)'],
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/test/system/**/*.test.ts'],
      globalSetup: '<rootDir>/test/system/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/system/support/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/system/support/each-file.ts'],
    },
  ],
  testTimeout: 120_000,
};
