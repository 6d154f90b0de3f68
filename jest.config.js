/** Unit, property, integration and pane tests. Browser tests have a configuration of their own. */
const transform = {
  "^.+\\.tsx?$": ["@swc/jest", { jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" } }],
};

module.exports = {
  projects: [
    { displayName: "node", transform, testEnvironment: "node", testMatch: ["<rootDir>/test/**/*.test.ts"], testPathIgnorePatterns: ["<rootDir>/test/browser/", "/node_modules/"] },
    { displayName: "pane", transform, testEnvironment: "jsdom", testMatch: ["<rootDir>/test/**/*.test.tsx"], testPathIgnorePatterns: ["<rootDir>/test/browser/", "/node_modules/"] },
  ],
};
