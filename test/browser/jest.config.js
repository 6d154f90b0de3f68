/** The built workbench in Chromium. Needs `npm run build` first; CHROMIUM names another browser than Debian's. */
const { projects } = require("../../jest.config.js");

module.exports = {
  rootDir: "../..",
  transform: projects[0].transform,
  transformIgnorePatterns: projects[0].transformIgnorePatterns,
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  testTimeout: 60_000,
  globalSetup: "<rootDir>/test/browser/set-up.ts",
  globalTeardown: "<rootDir>/test/browser/tear-down.ts",
  maxWorkers: 1,
};
