/** `npm run test:nightly`: the same tests, with properties, mutations and faults in their large numbers (`support/nightly`). */
process.env.NIGHTLY = "1";

const usual = require("../jest.config");
const { join } = require("node:path");

module.exports = { ...usual, rootDir: join(__dirname, ".."), projects: usual.projects.map((project) => ({ ...project, rootDir: join(__dirname, "..") })) };
