/** The found entries: code, heading with the passage that holds the words, list and category. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { LawWords } from "~/ui/law-words.tsx";
import type { Refusal } from "../../../domain/refusal.ts";
import type { libraryPage } from "../../../server/queries/list/library-page.ts";

type Page = Exclude<Awaited<ReturnType<typeof libraryPage>>, Refusal>;
type Row = Page["rows"][number];

/** The address of an entry; the candidate for which one is looked up goes along. */
export function entryAddress(entry: { list: string; code: string }, candidate: string | null, both = false): string {
  const search = new URLSearchParams({ list: entry.list });
  if (both) search.set("both", "yes");
  if (candidate) search.set("for", candidate);
  return `/library/${entry.code}?${search}`;
}

function Heading({ row }: { row: Row }) {
  const { t } = useTranslation("library");
  return (
    <div>
      <span className="library-heading">
        <LawWords text={row.heading} />
      </span>
      {row.passage ? (
        <p className="library-passage">
          <span className="note">{row.passage.path}</span> <LawWords text={row.passage.text} />
        </p>
      ) : null}
      {row.isWhole && !row.counterpart ? null : (
        <span className="note">
          {[
            row.isWhole ? "" : t("headingOnly"),
            row.counterpart ? t("counterpart", { list: t(`lists.${row.list === "us" ? "eu" : "us"}`) }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      )}
    </div>
  );
}

export function LibraryTable({ rows, candidate }: { rows: Row[]; candidate: string | null }) {
  const { t } = useTranslation("library");
  return (
    <div className="library-table">
      <DataTable
        caption={t("title")}
        head={["code", "heading", "list", "category"].map((name) => ({ label: t(`head.${name}`) }))}
        rows={rows.map((row) => ({
          key: row.key,
          cells: [
            <Link key="code" to={entryAddress(row, candidate)}>
              {row.code}
            </Link>,
            <Heading key="heading" row={row} />,
            t(`lists.${row.list}`),
            `${row.category} ${t(`categories.${row.category}`)}`,
          ],
        }))}
      />
    </div>
  );
}

/** What the library holds, by category: the way in for a reader who has no code and no word yet. */
export function CategoryTable({ categories, candidate }: { categories: Page["categories"]; candidate: string | null }) {
  const { t } = useTranslation("library");
  const number = (count: number) => (count === 0 ? <span className="note">0</span> : count);
  const address = (category: string) => {
    const search = new URLSearchParams({ category });
    if (candidate) search.set("for", candidate);
    return `?${search}`;
  };
  return (
    <div className="category-table">
      <DataTable
        caption={t("byCategory")}
        head={[
          { label: t("head.category") },
          { label: t("lists.us"), number: true },
          { label: t("lists.eu"), number: true },
          { label: t("inFull"), number: true },
        ]}
        rows={categories.map((row) => ({
          key: row.category,
          cells: [
            <Link key="category" to={address(row.category)}>
              {row.category} {t(`categories.${row.category}`)}
            </Link>,
            number(row.us),
            number(row.eu),
            number(row.whole),
          ],
        }))}
      />
    </div>
  );
}
