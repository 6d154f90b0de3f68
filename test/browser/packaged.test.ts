/** The package as an administrator installs it: behind nginx, in a folder of the server, with no network but that server. */

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findSheet } from "../../src/embedded/book/book";
import { readFormulas, usedRange } from "../../src/embedded/book/cells";
import { filesIn } from "../../src/packaging/files-in";
import { releaseFiles } from "../../src/packaging/release";
import { workbenchSuite } from "./workbench";

const ROOT = join(__dirname, "../..");
const hasNginx = spawnSync("nginx", ["-v"]).error === undefined;

/** The built site, packaged for a sub-path and unpacked, with the workbench's pages laid over it. */
function install(folder: string, port: number): void {
  const site = filesIn(join(ROOT, "dist"));
  const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");
  const files = releaseFiles({ site, manifest, guides: [], licences: [], sbom: "{}" }, { base: new URL("https://intranet.example/exec/"), frameAncestors: [] });
  for (const { path, bytes } of files) {
    const target = join(folder, path.replace(/^site\//, "www/exec/"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  cpSync(join(ROOT, "dist-workbench"), join(folder, "www/exec"), { recursive: true });
  const snippet = readFileSync(join(folder, "nginx.conf"), "utf8").replace("root /srv/www;", `root ${folder}/www;`);
  writeFileSync(join(folder, "server.conf"), `
daemon off;
pid ${folder}/pid;
error_log stderr warn;
worker_processes 1;
${process.getuid?.() === 0 ? "user root;" : ""}
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; ${snippet} }
}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers at ${url}`);
}

(hasNginx ? describe : describe.skip)("a package behind nginx", () => {
  let folder: string;
  let nginx: ChildProcess;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "packaged-"));
    const port = await freePort();
    install(folder, port);
    url = `http://127.0.0.1:${port}/exec/`;
    nginx = spawn("nginx", ["-c", join(folder, "server.conf"), "-p", folder], { stdio: "inherit" });
    await answering(`${url}taskpane.html`);
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => nginx.once("exit", resolve));
    nginx.kill();
    await ended;
    rmSync(folder, { recursive: true });
  });
  const suite = workbenchSuite(() => url);

  it("computes the sample in a folder of the server, with the network cut", async () => {
    const { pane, saved, strays, complaints } = await suite.open();
    await pane.getByRole("button", { name: "计算执行率" }).click();
    await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
    const sheet = findSheet(await saved(), "项目完成情况");
    const used = sheet === null ? null : usedRange(sheet, true);
    expect(sheet === null || used === null ? [] : readFormulas(sheet, used).flat()).toContain(1.8433);
    expect(strays).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("lets browsers keep what carries a hash, and ask anew for the rest", async () => {
    const page = await fetch(`${url}taskpane.html`);
    const script = /src="(static\/taskpane\.[0-9a-f]{8}\.js)"/.exec(await page.text())?.[1] ?? "";
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const answer = await fetch(`${url}${script}`);
    expect(answer.headers.get("cache-control")).toBe("max-age=31536000");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  });
});
