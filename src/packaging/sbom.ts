/** office.js lies beside the bundles, so the bundler does not list it. */

import type { ReleaseFile } from "./release";

interface Sbom {
  readonly components: readonly object[];
}

export interface CopiedLibrary {
  readonly name: string;
  readonly version: string;
}

/** The list with office.js added where the site holds it. Throws on what is no CycloneDX list. */
export function completeSbom(text: string, site: readonly ReleaseFile[], office: CopiedLibrary): string {
  const sbom: unknown = JSON.parse(text);
  if (!isSbom(sbom)) throw new Error("the build left no list of libraries");
  if (!site.some(({ path }) => path === "office-js/office.js")) return text;
  const [group, name] = office.name.split("/");
  const purl = `pkg:npm/${encodeURIComponent(group ?? "")}/${name}@${office.version}`;
  const component = { type: "library", group, name, version: office.version, "bom-ref": purl, purl, licenses: [{ license: { name: "Microsoft Office JavaScript (office.js) API library, see LICENSE-office-js.md" } }] };
  return `${JSON.stringify({ ...sbom, components: [...sbom.components, component] }, null, 2)}\n`;
}

function isSbom(value: unknown): value is Sbom {
  return typeof value === "object" && value !== null && "components" in value && Array.isArray(value.components);
}
