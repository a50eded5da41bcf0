/** One entry of an edition, at its permanent address. Public. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/list/list.css";
import { EntryFacts } from "~/components/list/entry-facts.tsx";
import { EntryNav } from "~/components/list/entry-nav.tsx";
import { EntryReservations, EntryText, InForceFor } from "~/components/list/entry-text.tsx";
import { ListHead } from "~/components/list/list-head.tsx";
import { loadPage } from "~/page.ts";
import { Badge } from "~/ui/badge.tsx";
import { Icon } from "~/ui/icon.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.page.entry.code ?? ""} ${data?.page.entry.title ?? "Entry"}, edition ${data?.page.edition.number ?? ""} · Plenary`,
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const { edition, code } = args.params;
  return { page: await loadPage(args, "listEntryPage", { edition: edition!, code: code! }) };
}

export default function ListEntryPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("list");
  const { edition, entry } = page;
  const address = `/list/${edition.number}/${entry.code}`;
  return (
    <article className="list-page">
      <ListHead edition={edition} />
      <div className="list-columns">
        <div className="list-columns-nav">
          <EntryNav edition={edition.number} groups={page.groups} current={entry.code} />
        </div>
        <div className="stack list-columns-main">
          <header className="entry-head">
            <p className="line">
              <strong>{entry.code}</strong>
              {entry.absent.length > 0 ? <Badge tone="warn">{t("listedInPart")}</Badge> : null}
            </p>
            <h1>{entry.title}</h1>
            <p className="entry-address">
              <Icon name="link" label={t("link")} />
              <Link to={address}>{address}</Link>
            </p>
          </header>
          <InForceFor entry={entry} />
          <EntryText page={page} />
          <EntryReservations entry={entry} />
        </div>
        <div className="list-columns-rail">
          <EntryFacts page={page} />
        </div>
      </div>
    </article>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
