/**
 * Starts the command line as one bundled file: loading its sources one by one takes two seconds, the bundle a tenth.
 * The bundle is kept among node_modules, with the sizes and times of the files it was made from, and made anew
 * when one of them has changed. Where nothing can be kept it is made every time.
 */

const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const ROOT = path.join(__dirname, "../..");
const KEPT = path.join(ROOT, "node_modules/.cache/budget-execution");
const BUNDLE = path.join(KEPT, "cli.cjs");
const STAMPS = path.join(KEPT, "cli.json");

/** By file, relative to the project: what tells that it has changed. */
function stampOf(file) {
  const { size, mtimeMs } = statSync(path.join(ROOT, file));
  return `${size} ${mtimeMs}`;
}

/** The kept bundle; null if there is none, or none of the sources as they are. */
function keptBundle() {
  try {
    const { bundle, files } = JSON.parse(readFileSync(STAMPS, "utf8"));
    return stampOf(path.relative(ROOT, BUNDLE)) === bundle && Object.entries(files).every(([file, stamp]) => stampOf(file) === stamp) ? readFileSync(BUNDLE, "utf8") : null;
  } catch {
    return null;
  }
}

function freshBundle() {
  const { outputFiles, metafile } = require("esbuild").buildSync({
    absWorkingDir: ROOT, entryPoints: ["src/cli/main.ts"], bundle: true, platform: "node", target: "node20", metafile: true, write: false, logLevel: "warning",
  });
  const [{ text }] = outputFiles;
  keep(text, [...Object.keys(metafile.inputs), "package-lock.json"]);
  return text;
}

/** Under other names first, so that a run beside this one never reads half a file. */
function keep(bundle, files) {
  try {
    mkdirSync(KEPT, { recursive: true });
    write(BUNDLE, bundle);
    write(STAMPS, JSON.stringify({ bundle: stampOf(path.relative(ROOT, BUNDLE)), files: Object.fromEntries(files.map((file) => [file, stampOf(file)])) }));
  } catch {
    // Where nothing can be written, the next run makes it again.
  }
}

function write(file, text) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

const program = new Module(BUNDLE, null);
program.filename = BUNDLE;
program.paths = module.paths;
program._compile(keptBundle() ?? freshBundle(), BUNDLE);
