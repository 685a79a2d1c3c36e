/** Two projects: `unit` is pure and takes seconds (part of `npm run verify`); `system` runs on real servers. */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest'],
    '/node_modules/mongodb/lib/runtime_adapters\\.js$': ['@swc/jest'],
    '/node_modules/(openid-client|oauth4webapi|jose)/.+\\.js$': ['@swc/jest'],
  },
  // What jest's sandbox refuses is compiled to `require`: one file of the MongoDB driver that uses `import()`, and ES modules.
  transformIgnorePatterns: ['/node_modules/(?!mongodb/lib/runtime_adapters\\.js$|openid-client/|oauth4webapi/|jose/)'],
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
