/** Builds Word files by hand, well-formed and hostile ones. */
import { strToU8, type Zippable, zipSync } from "fflate";

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

export const body = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${inside}</w:body></w:document>`;

/** A packed file with this text part; `others` are further parts by name. */
export function packed(text: string, others: Record<string, string | Uint8Array> = {}): Uint8Array {
  const parts: Zippable = { "[Content_Types].xml": strToU8(types), "word/document.xml": strToU8(text) };
  for (const [name, part] of Object.entries(others)) parts[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(parts, { level: 6 });
}

export const paragraph = (inside: string, properties = "") =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
export const run = (words: string, properties = "") =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
