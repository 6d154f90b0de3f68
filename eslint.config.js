const js = require("@eslint/js");
const tseslint = require("typescript-eslint");
const hooks = require("eslint-plugin-react-hooks");
const globals = require("globals");

/** What each folder of src/ may import. The data flows one way; see src/README.md. */
const MAY_IMPORT = {
  workbook: [],
  domain: ["workbook"],
  i18n: ["domain", "workbook"],
  pipeline: ["domain", "workbook"],
  excel: ["domain", "workbook", "pipeline"],
  embedded: ["workbook"],
  files: ["domain", "workbook", "pipeline", "embedded"],
  export: ["domain", "workbook", "pipeline", "files", "embedded"],
  commands: ["domain", "workbook", "pipeline", "excel", "i18n"],
  taskpane: ["domain", "workbook", "pipeline", "excel", "export", "i18n", "commands"],
  workbench: ["embedded", "i18n", "workbook"],
  cli: ["domain", "workbook", "pipeline", "files", "export", "embedded", "i18n"],
  packaging: [],
};
const FOLDERS = Object.keys(MAY_IMPORT);
/** Folders that are pure: no Office, React, DOM or Node. */
const PURE = ["domain", "workbook", "pipeline"];
const HOST_GLOBALS = ["Excel", "Office", "OfficeExtension"];
const WORLD_GLOBALS = ["window", "document", "navigator", "fetch", "localStorage", "process", "Buffer", "console", "setTimeout", "require"];

const boundaries = FOLDERS.map((folder) => {
  const forbidden = FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other));
  const pure = PURE.includes(folder);
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": ["error", {
        patterns: [
          ...forbidden.map((other) => ({ regex: `^(\\.\\./)+${other}(/|$)`, message: `src/${folder} may not import src/${other}` })),
          ...(pure ? [{ regex: "^(react|@fluentui|node:|fs$|path$|@cj-tech-master)", message: `src/${folder} is pure` }] : []),
          ...(folder === "embedded" ? [] : [{ regex: "^@cj-tech-master", message: "the file library stays behind src/embedded" }]),
        ],
      }],
      "no-restricted-globals": ["error", ...(folder === "excel" ? [] : HOST_GLOBALS.map((name) => ({ name, message: "only src/excel names Excel or Office" }))), ...(pure ? WORLD_GLOBALS : [])],
      // Types are no globals to the rule above.
      "no-restricted-syntax": ["error", ...(folder === "excel" ? [] : [{ selector: `TSQualifiedName[left.name=/^(${HOST_GLOBALS.join("|")})$/]`, message: "only src/excel names Excel or Office" }])],
    },
  };
});

module.exports = tseslint.config(
  { ignores: ["dist/", "dist-workbench/", "release/", "coverage/", "test-results/", "test/bench/bench.cjs", "node_modules/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  // Only these folders have components; looking for hooks in all files takes a quarter of the rules' time.
  { ...hooks.configs.flat["recommended"], files: ["src/{taskpane,workbench}/**/*.{ts,tsx}", "test/**/*.tsx"] },
  { files: ["**/*.js"], languageOptions: { sourceType: "commonjs", globals: globals.node }, rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 320, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
    },
  },
  { files: ["test/**/*.{ts,tsx}"], rules: { "max-lines": "off" } },
  ...boundaries,
);
