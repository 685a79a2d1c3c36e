/** Two projects: `unit` is pure and takes seconds (part of `npm run verify`); `system` runs on real servers. */
const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest'] },
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
