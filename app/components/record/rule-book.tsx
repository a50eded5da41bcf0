/** RULES.md as a page: groups, rules with their ids as anchors, and tables. */
import { Fragment, type ReactNode } from "react";
import source from "../../../domain/RULES.md?raw";
import "./record.css";

type Block =
  | { kind: "heading"; text: string }
  | { kind: "rule"; id: string; text: string }
  | { kind: "text"; text: string }
  | { kind: "table"; rows: string[][] };

const cellsOf = (row: string) =>
  row
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

/** Reads the few forms that the rule book is written in; anything else stands as text. */
export function readRuleBook(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split("\n")) {
    const last = blocks.at(-1);
    const rule = /^- \*\*([A-Z]\d+[a-z]?)\*\* (.*)$/.exec(line);
    if (line.startsWith("## ")) blocks.push({ kind: "heading", text: line.slice(3) });
    else if (rule) blocks.push({ kind: "rule", id: rule[1]!, text: rule[2]! });
    else if (line.startsWith("|")) {
      if (/^\|[-| ]+\|$/.test(line)) continue;
      if (last?.kind === "table") last.rows.push(cellsOf(line));
      else blocks.push({ kind: "table", rows: [cellsOf(line)] });
    } else if (line.startsWith("  ") && last?.kind === "rule") last.text += ` ${line.trim()}`;
    else if (line.trim() !== "" && !line.startsWith("# ")) blocks.push({ kind: "text", text: line });
    else if (line.trim() === "" && last?.kind === "table") blocks.push({ kind: "text", text: "" });
  }
  return blocks.filter((block) => block.kind !== "text" || block.text !== "");
}

/** `*word*`, `**word**` and `` `word` `` of the rule book. */
function Words({ text }: { text: string }): ReactNode {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/).map((run, index) => {
    const key = `${index}`;
    if (run.startsWith("**")) return <strong key={key}>{run.slice(2, -2)}</strong>;
    if (run.startsWith("*") && run.length > 2) return <em key={key}>{run.slice(1, -1)}</em>;
    if (run.startsWith("`")) return <code key={key}>{run.slice(1, -1)}</code>;
    return <Fragment key={key}>{run}</Fragment>;
  });
}

function BlockView({ block, group }: { block: Block; group: string }) {
  if (block.kind === "heading") return <h2 className="rule-group">{block.text}</h2>;
  if (block.kind === "text")
    return (
      <p className="prose">
        <Words text={block.text} />
      </p>
    );
  if (block.kind === "rule")
    return (
      <p className="rule-line" id={block.id}>
        <a href={`#${block.id}`} className="rule">
          {block.id}
        </a>
        <span>
          <Words text={block.text} />
        </span>
      </p>
    );
  const [head = [], ...rows] = block.rows;
  return (
    <div
      className="table-wrap"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keyboard.
      tabIndex={0}
      role="region"
      aria-label={`${group}: ${block.rows[1]?.slice(0, 3).join(", ") ?? ""}`}
    >
      <table className="table">
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                <Words text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join("|")}>
              {row.map((cell, index) => (
                <td key={head[index] ?? `${index}`}>
                  <Words text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function RuleBook() {
  let group = "";
  return (
    <div className="rule-book">
      {readRuleBook(source).map((block, index) => {
        if (block.kind === "heading") group = block.text;
        return (
          <BlockView key={block.kind === "rule" ? block.id : `${block.kind}-${index}`} block={block} group={group} />
        );
      })}
    </div>
  );
}
