/** Word documents made for tests. */

import JSZip from "jszip";

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";

/** A paragraph of these words; "\n" is a break inside it, "\t" a tab. */
export function paragraph(text: string): string {
  const run = text.replace(/&/g, "&amp;").replace(/</g, "&lt;")
    .replace(/\n/g, "</w:t><w:br/><w:t xml:space=\"preserve\">").replace(/\t/g, "</w:t><w:tab/><w:t xml:space=\"preserve\">");
  return `<w:p><w:r><w:t xml:space="preserve">${run}</w:t></w:r></w:p>`;
}

/** A paragraph that Word numbers itself, at a level from zero of its one list. */
export function numbered(level: number, text: string): string {
  return paragraph(text).replace("<w:p>", `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`);
}

/** A document with a list of three levels, numbered 一、 and so on, and one of bullets below. */
export function numberedArchive(body: string): JSZip {
  const archive = wordArchive(body);
  const levels = ["chineseCounting", "decimal", "decimal", "bullet"].map((format, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join("");
  archive.file("word/numbering.xml", `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`);
  archive.file("word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/numbering" Target="numbering.xml"/></Relationships>`);
  return archive;
}

export function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** The archive of a document with this body. */
export function wordArchive(body: string): JSZip {
  const archive = new JSZip();
  archive.file("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`);
  archive.file("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  archive.file("word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`);
  return archive;
}

export function packed(archive: JSZip): Promise<Uint8Array> {
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

export function wordFile(body: string): Promise<Uint8Array> {
  return packed(wordArchive(body));
}
