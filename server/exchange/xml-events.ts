/**
 * A streaming reader of XML that knows no document types: one that declares any is refused, so nothing is ever expanded or
 * fetched. Names are given without their prefix.
 */
import { SaxesParser } from "saxes";
import { depthMax } from "./limits.ts";
import { Unread } from "./unpack-word.ts";

export type Attributes = Record<string, string>;

export type XmlEvents = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  words?(words: string): void;
};

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/** The text in pieces, so that a fault early in it ends the reading early. */
const pieceCharacters = 64 * 1024;

export function readXml(text: string, { open, close, words }: XmlEvents): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("doctype", () => {
    throw new Unread("The file declares a document type (DOCTYPE), which no Word file needs.");
  });
  parser.on("error", () => {
    throw new Unread("The file is damaged: a part of it is no well-formed XML.");
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > depthMax) throw new Unread(`The file nests elements deeper than ${depthMax}.`);
    const attributes: Attributes = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[bare(name)] = String(value);
    open(bare(tag.name), attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    close(bare(tag.name));
  });
  if (words) {
    parser.on("text", words);
    parser.on("cdata", words);
  }
  for (let at = 0; at < text.length; at += pieceCharacters) parser.write(text.slice(at, at + pieceCharacters));
  parser.close();
}
