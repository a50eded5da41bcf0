/** Builds Word files by hand, well-formed and hostile ones. */
import { constants, deflateRawSync } from "node:zlib";
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

/**
 * A packed file whose list of types says that it is small and unpacks for minutes: blocks of zeros that never end, repeated. What
 * it says of its own size is the most that is written, so it costs time and no memory.
 */
export function endless(): Uint8Array {
  const zeros = Buffer.alloc(16 * 1024 * 1024);
  const piece = deflateRawSync(zeros, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const times = Math.floor((18 * 1024 * 1024) / piece.length);
  const data = Buffer.concat([...Array.from({ length: times }, () => piece), deflateRawSync(Buffer.alloc(0))]);
  const name = Buffer.from("[Content_Types].xml");
  const saidSize = 500_000;
  const head = (signature: number, length: number) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(saidSize, 22);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(saidSize, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, name, data, central, name, end]));
}
