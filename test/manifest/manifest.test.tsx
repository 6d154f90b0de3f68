/** What Microsoft's schema cannot know: that the manifest fits the build, the icons and itself. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import packageJson from "../../package.json";

const ROOT = join(__dirname, "../..");
const text = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");
/** Elements by the last of the names, inside one another; namespaces and prefixes do not matter. */
const within = (parents: (Document | Element)[], names: string[]): Element[] =>
  names.reduce<(Document | Element)[]>((found, name) => found.flatMap((parent) => [...parent.getElementsByTagNameNS("*", name)]), parents) as Element[];
const all = (path: string): Element[] => within([manifest], path.split(" "));
const only = (path: string): string | null => all(path)[0]?.textContent ?? null;
const values = (elements: Element[], name: string): string[] => elements.map((element) => element.getAttribute(name) ?? "");

const SITE = "https://localhost:3000/";
const urls = [
  ...values(["IconUrl", "HighResolutionIconUrl", "DefaultSettings SourceLocation", "Resources Image", "Resources Url"].flatMap(all), "DefaultValue"),
  ...values(all("Resources Url Override"), "Value"),
];

/** Width and height from the PNG's header. */
function pngSize(path: string): [number, number] {
  const png = readFileSync(join(ROOT, path));
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** As much of the build's configuration as is looked at. */
type Configure = (env: object, argv: { mode: string }) => Promise<{ plugins: { userOptions?: { filename?: string }; patterns?: { from: string; to?: string }[] }[] }[]>;

/** The files of the add-in's build: pages that webpack writes, and what it copies from its place in the sources. */
async function builtFiles(): Promise<string[]> {
  const [addIn] = await jest.requireActual<Configure>("../../webpack.config.js")({}, { mode: "production" });
  return (addIn?.plugins ?? []).flatMap(({ userOptions, patterns = [] }) => [
    ...(userOptions?.filename === undefined ? [] : [userOptions.filename]),
    ...patterns.filter(({ to }) => to === "[path][name][ext]").flatMap(({ from }) => filesLike(from)),
  ]);
}

/** Files of the project whose name is as the pattern says; "*" stands for anything but a folder. */
function filesLike(pattern: string): string[] {
  const folder = dirname(pattern);
  const name = new RegExp(`^${basename(pattern).replaceAll(".", "\\.").replaceAll("*", ".*")}$`, "u");
  return readdirSync(join(ROOT, folder)).filter((file) => name.test(file)).map((file) => `${folder}/${file}`);
}

describe("manifest", () => {
  it("points only into its own site, and only at what exists", async () => {
    const built = await builtFiles();
    expect(urls.length).toBeGreaterThanOrEqual(10);
    for (const url of urls) {
      expect(url.startsWith(SITE)).toBe(true);
      const path = url.slice(SITE.length);
      expect(built).toContain(path);
      if (path.endsWith(".png")) expect(pngSize(path)[0]).toBeGreaterThan(0);
    }
  });

  it("leads to the manual in the reader's language", () => {
    const manual = all("Resources Url").find((url) => url.getAttribute("id") === all("LearnMoreUrl")[0]?.getAttribute("resid"));
    const page = (url: string | null | undefined): string => readFileSync(join(ROOT, (url ?? "").slice(SITE.length)), "utf8");
    expect(page(manual?.getAttribute("DefaultValue"))).toContain('<html lang="zh-CN">');
    expect(page(manual?.children[0]?.getAttribute("Value"))).toContain('<html lang="en-US">');
  });

  it("has icons of the sizes it says", () => {
    const defined = new Map(all("Resources Image").map((image) => [image.getAttribute("id"), image.getAttribute("DefaultValue") ?? ""]));
    const icons = all("Icon Image").map((image) => ({ size: Number(image.getAttribute("size")), url: defined.get(image.getAttribute("resid")) ?? "" }));
    icons.push({ size: 32, url: values(all("IconUrl"), "DefaultValue")[0] ?? "" }, { size: 64, url: values(all("HighResolutionIconUrl"), "DefaultValue")[0] ?? "" });
    for (const { size, url } of icons) expect([url, pngSize(url.slice(SITE.length))]).toEqual([url, [size, size]]);
    for (const control of all("Control")) expect(values(within([control], ["Icon", "Image"]), "size")).toEqual(["16", "32", "80"]);
  });

  it("defines every resource it references, and references every one it defines", () => {
    const defined = values(all("Resources *"), "id").filter((id) => id !== "");
    expect(new Set(values(all("*"), "resid").filter((id) => id !== ""))).toEqual(new Set(defined));
    expect(new Set(defined).size).toBe(defined.length);
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it("says everything in Chinese and in English, within Office's lengths", () => {
    const limits: [string, number][] = [["DisplayName", 125], ["Description", 250], ["ShortStrings String", 125], ["LongStrings String", 250]];
    for (const [selector, limit] of limits) {
      expect(all(selector)).not.toHaveLength(0);
      for (const element of all(selector).filter((candidate) => candidate.hasAttribute("DefaultValue"))) {
        const words = [element.getAttribute("DefaultValue") ?? "", ...values([...element.children].filter((child) => child.getAttribute("Locale") === "en-US"), "Value")];
        expect(words).toHaveLength(2);
        expect(words[0]).toMatch(/\p{Script=Han}/u);
        expect(words[1]).toMatch(/^[\x20-\x7e]+$/);
        for (const word of words) expect(word.length).toBeLessThanOrEqual(limit);
      }
    }
  });

  it("asks for ExcelApi 1.13 and for no more right than it needs to write", () => {
    expect(values(all("Sets"), "DefaultMinVersion")).toEqual(["1.13", "1.13"]);
    expect(values(all("Set"), "Name")).toEqual(["ExcelApi", "ExcelApi"]);
    expect(only("Permissions")).toBe("ReadWriteDocument");
    expect(only("DefaultLocale")).toBe("zh-CN");
  });

  it("names only functions that the commands page has", () => {
    const commands = readFileSync(join(ROOT, "src/commands/main.ts"), "utf8");
    const names = all("FunctionName").map((element) => element.textContent);
    expect(names).not.toHaveLength(0);
    for (const name of names) expect(commands).toContain(`onRibbonCommand("${name}"`);
  });

  it("has an entry in the menu of cells, which does what the button of the same name does", () => {
    const [tab, menu] = ["PrimaryCommandSurface", "ContextMenu"].map((type) => all("ExtensionPoint").find((point) => point.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") === type));
    const said = (control: Element): string[] => [...values(within([control], ["Label"]), "resid"), within([control], ["FunctionName"])[0]?.textContent ?? ""];
    const buttons = within(tab === undefined ? [] : [tab], ["Control"]).map(said);
    const entries = within(menu === undefined ? [] : [menu], ["Control"]);
    expect(values(within(menu === undefined ? [] : [menu], ["OfficeMenu"]), "id")).toEqual(["ContextMenuCell"]);
    expect(entries).not.toHaveLength(0);
    for (const entry of entries) expect(buttons).toContainEqual(said(entry));
    const ids = values(all("Control"), "id");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("carries the package's version", () => {
    expect(only("Version")).toBe(`${packageJson.version}.0`);
  });
});
