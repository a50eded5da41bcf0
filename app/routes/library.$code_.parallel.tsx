/** The same entry in two published lists, clause beside clause. It is public, as the library is. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BeginForm } from "~/components/list/begin-form.tsx";
import { entryAddress } from "~/components/list/library-table.tsx";
import { ParallelCounts, ParallelRows } from "~/components/list/parallel-rows.tsx";
import { performAct } from "~/form.ts";
import { loadPage } from "~/page.ts";
import { LinkButton } from "~/ui/button.tsx";
import { PageHead, Section } from "~/ui/layout.tsx";
import { slugOf } from "../../domain/record/reference.ts";
import "~/components/list/library.css";
import "~/components/list/parallel.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.here.code ?? "Entry"} in two lists · Library · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const page = await loadPage(args, "parallelPage", {
    code: args.params.code!,
    list: searchParams.get("list"),
    with: searchParams.get("with"),
    for: searchParams.get("for"),
  });
  return { page };
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["start-definition"], {
    then: (value: { reference: string }) => `/candidates/${slugOf(value.reference)}/definition`,
  });
}

export default function ParallelPage() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("library");
  const [search] = useSearchParams();
  const candidate = search.get("for");
  const { here, there, candidates } = page;
  const listName = (side: typeof here) => t(`lists.${side.list}`);
  const sides = [here, there];
  return (
    <>
      <PageHead
        trail={[
          { to: "/library", label: t("title") },
          { to: entryAddress(here, candidate), label: here.code },
          { label: t("parallel.title") },
        ]}
        title={t("parallel.of", { code: here.code, here: listName(here), there: listName(there) })}
        badges={<span>{t("entry.legal")}</span>}
        facts={sides.map((side) => ({
          label: listName(side),
          value: side.code,
          note: `${t(`listName.${side.list}`)}, ${side.textDate ?? t("entry.noDate")}`,
        }))}
        acts={
          <LinkButton to={`/library/${there.code}/parallel?list=${there.list}&with=${here.list}/${here.code}`}>
            {t("parallel.turn")}
          </LinkButton>
        }
      />
      <ParallelCounts page={page} />
      <ParallelRows page={page} />
      {candidates.length > 0 ? (
        <div className="library-beside parallel-begin">
          {sides.map((side) => (
            <BeginForm key={side.list} entry={side} candidates={candidates} from={listName(side)} />
          ))}
        </div>
      ) : null}
      <Section title={t("ways")}>
        <p className="line">
          {sides.map((side) => (
            <LinkButton key={side.list} tone="quiet" to={entryAddress(side, candidate)}>
              {t("parallel.alone", { code: side.code, list: listName(side) })}
            </LinkButton>
          ))}
        </p>
      </Section>
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
