/** Unit, property, integration and pane tests. Browser tests have a configuration of their own. */
const transform = {
  "^.+\\.tsx?$": ["@swc/jest", { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" } }],
  "^.+\\.js$": ["@swc/jest", { jsc: { parser: { syntax: "ecmascript" }, target: "es2022" } }],
};

/** Libraries that come as ES modules only, which jest must translate. */
const transformIgnorePatterns = ["/node_modules/(?!(?:@formatjs|intl-messageformat|fast-string-width|fast-string-truncated-width)/)"];

module.exports = {
  // A machine that does much else takes its time; what hangs still ends.
  testTimeout: 20_000,
  projects: [
    { displayName: "node", transform, transformIgnorePatterns, testEnvironment: "node", testEnvironmentOptions: { globalsCleanup: "off" }, testMatch: ["<rootDir>/test/**/*.test.ts"], testPathIgnorePatterns: ["<rootDir>/test/browser/", "/node_modules/"] },
    // The pane's elements are made and searched in half the time that jsdom takes; XML only jsdom reads as browsers do.
    { displayName: "pane", transform, transformIgnorePatterns, moduleNameMapper: { "^@fluentui/react-icons$": "<rootDir>/test/support/icons.js" }, testEnvironment: "@happy-dom/jest-environment", testMatch: ["<rootDir>/test/taskpane/**/*.test.tsx"] },
    { displayName: "page", transform, transformIgnorePatterns, testEnvironment: "jsdom", testMatch: ["<rootDir>/test/**/*.test.tsx"], testPathIgnorePatterns: ["<rootDir>/test/browser/", "<rootDir>/test/taskpane/", "/node_modules/"] },
  ],
};
