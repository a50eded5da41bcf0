/** A plain table: column heads, row heads, numbers to the right, the viewer's own row marked. */
import type { ReactNode } from "react";

export type Column = { label: string; number?: boolean };
export type Row = { key: string; cells: ReactNode[]; own?: boolean };

export function DataTable({ caption, head, rows }: { caption: string; head: Column[]; rows: Row[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keyboard.
    <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table className="table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column.label} scope="col" className={column.number ? "number" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.own ? "own" : undefined}>
              {row.cells.map((cell, index) => {
                const column = head[index]!;
                const className = column.number ? "number" : undefined;
                return index === 0 ? (
                  <th key={column.label} scope="row" className={className}>
                    {cell}
                  </th>
                ) : (
                  <td key={column.label} className={className} data-label={column.label}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
