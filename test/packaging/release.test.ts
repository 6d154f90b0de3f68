/** The package for administrators: every file as they need it, for their address. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import JSZip from "jszip";
import { parsePackageArguments } from "../../src/packaging/arguments";
import { releaseFiles, zipFiles, type ReleaseFile } from "../../src/packaging/release";
import { completeSbom } from "../../src/packaging/sbom";

const ROOT = join(__dirname, "../..");
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (file: ReleaseFile | undefined): string => new TextDecoder().decode(file?.bytes);

const PARTS = {
  site: [
    { path: "taskpane.html", bytes: bytes("<!doctype html>") },
    { path: "static/taskpane.1a2b3c4d.js", bytes: bytes("0") },
    { path: "office-js/office.js", bytes: bytes("1") },
  ],
  manifest: readFileSync(join(ROOT, "manifest.xml"), "utf8"),
  guides: ["deployment.zh-CN.html", "deployment.en-US.html"].map((path) => ({ path, text: readFileSync(join(ROOT, "assets/guides", path), "utf8") })),
  licences: [{ path: "LICENSE", text: "MIT" }],
  sbom: "{}",
};
const release = (address: string): Map<string, ReleaseFile> => new Map(releaseFiles(PARTS, { base: new URL(address), frameAncestors: [] }).map((file) => [file.path, file]));

describe("a package", () => {
  it("holds the site, the manifest, settings for both servers, guides and checksums", () => {
    expect([...release("https://czj.example.gov.cn/exec/").keys()]).toEqual([
      "LICENSE", "deployment.en-US.html", "deployment.zh-CN.html", "manifest.xml", "nginx.conf", "sbom.cdx.json",
      "site/office-js/office.js", "site/static/taskpane.1a2b3c4d.js", "site/taskpane.html", "site/web.config", "SHA256SUMS",
    ]);
  });

  it("names its own address in manifest and guides, and no other", () => {
    for (const address of ["https://czj.example.gov.cn/exec/", "https://10.1.2.3:8443/", "https://a.example/deep/er/"]) {
      const files = release(address);
      const manifest = text(files.get("manifest.xml"));
      const urls = [...manifest.matchAll(/DefaultValue="(https:[^"]*)"/g)].map(([, url]) => url);
      expect(urls.length).toBeGreaterThanOrEqual(10);
      for (const url of urls) expect(url?.startsWith(address)).toBe(true);
      for (const [path, file] of files) expect([path, /localhost|intranet\.example/.test(text(file))]).toEqual([path, false]);
      expect(text(files.get("deployment.zh-CN.html"))).toContain(`${address}taskpane.html`);
    }
  });

  it("sums up every other file as sha256sum does", () => {
    const files = release("https://czj.example.gov.cn/exec/");
    const lines = text(files.get("SHA256SUMS")).trimEnd().split("\n");
    const sums = [...files.values()].filter(({ path }) => path !== "SHA256SUMS").map((file) => `${createHash("sha256").update(file.bytes).digest("hex")}  ${file.path}`);
    expect(lines).toEqual(sums);
  });

  it("is the same zip, byte for byte, whenever it is made, and unpacks to the same files", async () => {
    const files = [...release("https://czj.example.gov.cn/exec/").values()];
    const [one, other] = [await zipFiles(files), await zipFiles(files)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const zip = await JSZip.loadAsync(one);
    for (const { path, bytes: expected } of files) expect(Buffer.from((await zip.file(path)?.async("uint8array")) ?? []).equals(Buffer.from(expected))).toBe(true);
  });
});

describe("the list of libraries", () => {
  const office = { name: "@microsoft/office-js", version: "1.1.110" };
  const bundled = JSON.stringify({ bomFormat: "CycloneDX", components: [{ name: "react", version: "19.3.1" }] });

  it("has office.js where the site holds it, and not where it comes from Microsoft's network", () => {
    const names = (sbom: string): string[] => (JSON.parse(sbom) as { components: { name: string }[] }).components.map(({ name }) => name);
    expect(names(completeSbom(bundled, PARTS.site, office))).toEqual(["react", "office-js"]);
    expect(names(completeSbom(bundled, [], office))).toEqual(["react"]);
  });

  it("is not made up where the build left none", () => {
    expect(() => completeSbom("{}", PARTS.site, office)).toThrow("no list");
  });
});

describe("the packaging's command line", () => {
  it("takes an address over https and completes it", () => {
    const parsed = parsePackageArguments(["--base-url", "https://intranet.example/exec", "--office-js", "cdn-china", "--frame-ancestor", "https://oos.example"]);
    expect(parsed).toMatchObject({ ok: true, given: { officeJs: "cdn-china", frameAncestors: ["https://oos.example"] } });
    expect(parsed.ok && parsed.given.base.href).toBe("https://intranet.example/exec/");
  });

  it.each([
    [[], "--base-url is missing"],
    [["--base-url", "intranet"], "is no address"],
    [["--base-url", "http://intranet.example/exec/"], "over https only"],
    [["--base-url", "https://intranet.example/exec/?a=1"], "without a user, ? or #"],
    [["--base-url", "https://intranet.example/a;b/"], "letters, digits"],
    [["--base-url", "https://intranet.example/exec/", "--office-js", "bing"], "--office-js bing"],
    [["--base-url", "https://intranet.example/exec/", "--frame-ancestor", "oos.example"], "is no origin"],
    [["--base-url", "https://intranet.example/exec/", "--fast"], "--fast"],
  ])("refuses %j and says why", (argv, why) => {
    const parsed = parsePackageArguments(argv);
    expect(parsed.ok ? "" : parsed.why).toContain(why);
    expect(parsed.ok ? "" : parsed.why).toContain("npm run package -- --base-url");
  });
});
