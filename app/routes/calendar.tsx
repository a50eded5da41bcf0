/** Every open clock that the reader may see, day by day, with filters in the address and the same as a file. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import "~/components/desk/calendar.css";
import { type CalendarData, calendarParams } from "~/components/desk/calendar-data.ts";
import { CalendarDays } from "~/components/desk/calendar-days.tsx";
import { loadPage, requireViewer } from "~/page.ts";
import { Button } from "~/ui/button.tsx";
import { ChecksField, SelectField } from "~/ui/field.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";

export const meta: MetaFunction = () => [{ title: "Calendar · Plenary" }];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  return { page: await loadPage(args, "calendarPage", calendarParams(args.request)), now: args.context.now };
}

function Filters({ page }: { page: CalendarData }) {
  const { t } = useTranslation("calendar");
  const { chosen } = page;
  return (
    <Form className="filters calendar-filters" method="get" key={JSON.stringify(chosen)}>
      <SelectField
        name="committee"
        label={t("committee")}
        defaultValue={chosen.committee}
        options={[
          { value: "", label: t("all") },
          ...page.committees.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <SelectField
        name="kind"
        label={t("kind")}
        defaultValue={chosen.kinds[0] ?? ""}
        options={[
          { value: "", label: t("all") },
          ...page.kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
      />
      <ChecksField
        name="mine"
        label={t("whose")}
        options={[{ value: "yes", label: t("mine") }]}
        defaultValues={chosen.mine ? ["yes"] : []}
        inline
      />
      <Button>{t("filter")}</Button>
    </Form>
  );
}

export default function CalendarPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("calendar");
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (page.next) next.set("after", page.next);
  const same = new URLSearchParams(search);
  same.delete("after");
  const ending = same.size === 0 ? "" : `?${same}`;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead title={t("title")} badges={<span>{t("sentence", { days: page.days })}</span>} />
      <Filters page={page} />
      {page.clocks.length === 0 ? (
        <Empty title={t("none")}>{t("noneNext")}</Empty>
      ) : (
        <CalendarDays clocks={page.clocks} now={now} />
      )}
      {page.next ? (
        <p className="line">
          <Link to={`?${next}`}>{t("later")}</Link>
        </p>
      ) : null}
      <p className="calendar-files">
        <strong>{t("files")}</strong>
        {(["ics", "csv", "json"] as const).map((kind) => (
          <a key={kind} href={`/calendar.${kind}${ending}`} download>
            {t(`file.${kind}`)}
          </a>
        ))}
        <span className="note">{t("filesNote")}</span>
      </p>
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
