/** `npm run package`: builds dist/ and puts it, ready for an administrator, into release/. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { parsePackageArguments, type OfficeJsSource } from "./arguments";
import { filesIn } from "./files-in";
import { releaseFiles, zipFiles } from "./release";
import { completeSbom } from "./sbom";

const ROOT = join(__dirname, "../..");
const DIST = join(ROOT, "dist");
const OFFICE_JS = join(ROOT, "node_modules/@microsoft/office-js");
const GUIDES = ["deployment.zh-CN.html", "deployment.en-US.html"];

async function main(argv: readonly string[]): Promise<number> {
  const parsed = parsePackageArguments(argv);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.why}\n`);
    return 2;
  }
  const { base, officeJs, frameAncestors } = parsed.given;
  if (!build(officeJs)) return 1;

  const { name, version } = packageFile(ROOT);
  const site = filesIn(DIST).filter(({ path }) => !path.startsWith("sbom/"));
  const files = releaseFiles(
    {
      site,
      manifest: text(ROOT, "manifest.xml"),
      guides: GUIDES.map((path) => ({ path, text: text(ROOT, "assets/guides", path) })),
      licences: [{ path: "LICENSE", text: text(ROOT, "LICENSE") }, { path: "LICENSE-office-js.md", text: text(OFFICE_JS, "LICENSE.md") }],
      sbom: completeSbom(text(DIST, "sbom/bom.json"), site, packageFile(OFFICE_JS)),
    },
    { base, frameAncestors },
  );
  const zip = join(ROOT, "release", `${name}-${version}.zip`);
  mkdirSync(join(ROOT, "release"), { recursive: true });
  writeFileSync(zip, await zipFiles(files));
  process.stdout.write(`${relative(ROOT, zip)}: ${files.length} files for ${base.href}\n`);
  return 0;
}

function build(officeJs: OfficeJsSource): boolean {
  const webpack = createRequire(__filename).resolve("webpack-cli/bin/cli.js");
  const options = ["--mode", "production", "--config-name", "add-in", "--env", `office-js=${officeJs}`, "--env", "sbom"];
  return spawnSync(process.execPath, [webpack, ...options], { cwd: ROOT, stdio: "inherit" }).status === 0;
}

function text(...path: string[]): string {
  return readFileSync(join(...path), "utf8");
}

function packageFile(folder: string): { readonly name: string; readonly version: string } {
  return JSON.parse(text(folder, "package.json")) as { name: string; version: string };
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
