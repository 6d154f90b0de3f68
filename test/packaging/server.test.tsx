/** Settings for IIS and nginx: what a pane behind either of them gets. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FILE_TYPES, headersFor, nginxSnippet, webConfig } from "../../src/packaging/server";

const ROOT = join(__dirname, "../..");

describe("server settings", () => {
  const office = ["https://oos.example.gov.cn"];
  const config = new DOMParser().parseFromString(webConfig(office), "application/xml");
  const nginx = nginxSnippet(new URL("https://czj.example.gov.cn/exec/"), office);

  it("know every kind of file that the build's folders hold", () => {
    const kinds = new Set(["assets/icons", "assets/samples", "src/taskpane"].flatMap((folder) => readdirSync(join(ROOT, folder))).flatMap((name) => /\.(?:png|xlsx|html|css)$/.exec(name)?.[0] ?? []));
    expect([...kinds].sort()).toEqual([".css", ".html", ".png", ".xlsx"]);
    for (const kind of [...kinds, ".js"]) {
      expect(config.querySelector(`mimeMap[fileExtension="${kind}"]`)?.getAttribute("mimeType")).toBe(FILE_TYPES[kind]);
      expect(nginx).toContain(`${FILE_TYPES[kind] ?? ""} ${kind.slice(1)};`);
    }
  });

  it("send the same headers from both servers, and let only Excel on the web frame the pane", () => {
    const sent = [...config.querySelectorAll("customHeaders add")].map((header) => [header.getAttribute("name"), header.getAttribute("value")]);
    expect(sent).toEqual(headersFor(office));
    for (const [name, value] of sent) expect(nginx).toContain(`add_header ${name ?? ""} "${value ?? ""}" always;`);
    const [, policy] = sent.find(([name]) => name === "Content-Security-Policy") ?? [];
    expect(policy).toMatch(/^frame-ancestors 'self' (?:https:\/\/(?:\*\.)?[a-z0-9.]+ ?)+$/);
    expect(policy).toContain("https://oos.example.gov.cn");
  });

  it("do not show the settings for the one from the other", () => {
    expect(nginx).toMatch(/location = \/exec\/web\.config \{\s+return 404;/);
  });

  it("keep only what carries a hash for good", () => {
    const kept = [...config.querySelectorAll("location")].map((location) => [location.getAttribute("path"), location.querySelector("clientCache")?.getAttribute("cacheControlMaxAge")]);
    expect(kept).toEqual([["static", "365.00:00:00"], ["assets", "1.00:00:00"]]);
    expect(config.querySelector("configuration > * > staticContent > clientCache")?.getAttribute("cacheControlMode")).toBe("DisableCache");
    expect(nginx).toMatch(/location \/exec\/static\/ \{\s+expires 1y;/);
    expect(nginx).toMatch(/location \/exec\/ \{[^}]*expires -1;/);
  });
});
