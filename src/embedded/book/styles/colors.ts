/** Colours as files write them (theme with tint, ARGB, the old palette) and as people name them ("#RRGGBB"). */

import { childOf, childrenOf, descendant, element, numberAttribute } from "../package/xml";
import type { XmlElement } from "../package/xml";

/** What a file's colours are looked up in. */
export interface Palette {
  /** "RRGGBB" in the order of theme indexes: light 1, dark 1, light 2, dark 2, accents, links. */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

/** The Office theme of 2013 and later. */
const OFFICE_THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];
/** In files the dark colours come first. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** ECMA-376 18.8.27; 0–7 repeat as 8–15. */
const BASIC = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];
const INDEXED = [
  ...BASIC, ...BASIC,
  "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
  "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
  "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
];

export function readPalette(theme: XmlElement | undefined, styles: XmlElement): Palette {
  const scheme = theme && descendant(theme, "clrScheme");
  const own = childOf(childOf(styles, "colors") ?? styles, "indexedColors");
  return {
    theme: scheme ? THEME_ORDER.map((name, index) => themeColor(scheme, name) ?? OFFICE_THEME[index] ?? "000000") : OFFICE_THEME,
    indexed: own ? childrenOf(own).map((entry) => (entry.attributes["rgb"] ?? "FF000000").slice(-6)) : INDEXED,
  };
}

function themeColor(scheme: XmlElement, name: string): string | undefined {
  const definition = descendant(scheme, name);
  const color = definition && childrenOf(definition)[0];
  return color?.attributes["lastClr"] ?? color?.attributes["val"];
}

/** "#RRGGBB", or `automatic` when the element says nothing definite. */
export function resolveColor(color: XmlElement | undefined, palette: Palette, automatic: string): string {
  const base = color && baseColor(color, palette);
  if (base === undefined) return automatic;
  return `#${tinted(base.toUpperCase(), numberAttribute(color, "tint", 0))}`;
}

function baseColor(color: XmlElement, palette: Palette): string | undefined {
  const { rgb, theme, indexed } = color.attributes;
  if (rgb !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) return rgb.slice(-6);
  if (theme !== undefined) return palette.theme[Number(theme)];
  if (indexed !== undefined) return palette.indexed[Number(indexed)];
  return undefined;
}

/** ECMA-376 18.8.19: a tint moves the lightness (HSL) towards white or black. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [number, number, number];
  const highest = Math.max(red, green, blue);
  const lowest = Math.min(red, green, blue);
  const lightness = (highest + lowest) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = highest - lowest;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const scale = (channel: number): string => {
    const share = spread === 0 ? 0.5 : (channel - lowest) / spread;
    const value = wanted + (share - 0.5) * chroma;
    return Math.round(Math.min(1, Math.max(0, value)) * 255).toString(16).padStart(2, "0");
  };
  return (scale(red) + scale(green) + scale(blue)).toUpperCase();
}

const NAMED: Readonly<Record<string, string>> = {
  black: "000000", white: "FFFFFF", red: "FF0000", lime: "00FF00", green: "008000", blue: "0000FF", yellow: "FFFF00", orange: "FFA500", purple: "800080",
  gray: "808080", grey: "808080", silver: "C0C0C0", maroon: "800000", olive: "808000", teal: "008080", navy: "000080", aqua: "00FFFF", cyan: "00FFFF",
  fuchsia: "FF00FF", magenta: "FF00FF", pink: "FFC0CB", brown: "A52A2A", gold: "FFD700", lightgray: "D3D3D3", lightgrey: "D3D3D3", darkgray: "A9A9A9",
  lightblue: "ADD8E6", lightgreen: "90EE90", lightyellow: "FFFFE0", darkblue: "00008B", darkgreen: "006400", darkred: "8B0000", darkorange: "FF8C00",
  coral: "FF7F50", salmon: "FA8072", tomato: "FF6347", crimson: "DC143C", khaki: "F0E68C", indigo: "4B0082", violet: "EE82EE", turquoise: "40E0D0",
  skyblue: "87CEEB", steelblue: "4682B4", royalblue: "4169E1", beige: "F5F5DC", ivory: "FFFFF0", lavender: "E6E6FA", chocolate: "D2691E",
};

/** "#rgb-hex" or a common HTML name as "#RRGGBB"; null for anything else. */
export function parseColor(text: string): string | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(text.trim());
  if (hex?.[1]) return `#${hex[1].toUpperCase()}`;
  const name = text.trim().toLowerCase();
  return Object.hasOwn(NAMED, name) ? `#${NAMED[name]}` : null;
}

export function colorElement(name: string, color: string): XmlElement {
  return element(name, { rgb: `FF${color.slice(1)}` });
}
