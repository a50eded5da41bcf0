/** The committee's table of real systems: figures with their sources, corrections, what was withdrawn and why. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { shownNumber, shownUnit } from "~/components/definition/consequences/number-words.ts";
import { CorrectFigure, RecordSystem, WithdrawSystem } from "~/components/definition/system-forms.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { Button, LinkButton } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Columns, Empty, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import "~/components/definition/terms.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Systems of ${data?.committee.name ?? "a committee"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  return loadPage(args, "systemsPage", {
    committee: args.params.committee!,
    area: searchParams.get("area"),
    after: searchParams.get("after"),
    system: searchParams.get("system"),
  });
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, ["record-system", "correct-figure", "withdraw-system"], {
    fields: { committee: args.params.committee! },
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Table({ page }: { page: Page }) {
  const { t } = useTranslation("term");
  const search = (system: string) => new URLSearchParams({ ...(page.area ? { area: page.area } : {}), system });
  return (
    <DataTable
      caption={t("systems.caption")}
      head={[
        { label: t("systems.system") },
        { label: t("systems.figures") },
        { label: t("systems.maker") },
        { label: t("systems.kind") },
      ]}
      rows={page.systems.map((system) => ({
        key: system.id,
        own: system.id === page.chosen?.id,
        cells: [
          <span key="name">
            <Link to={`?${search(system.id)}#system`} preventScrollReset>
              {system.name}
            </Link>
            {system.withdrawnReason ? (
              <p className="note">{t("systems.withdrawn", { reason: system.withdrawnReason })}</p>
            ) : null}
          </span>,
          <ul key="figures" className="figure-lines">
            {system.figures.map(({ quantity, value, unit, source, sourceDate, address }) => (
              <li key={quantity}>
                {quantity}{" "}
                <a href={address} rel="noreferrer" title={`${source}, ${sourceDate}`}>
                  {shownNumber(value)}
                  {shownUnit(unit)}
                </a>
              </li>
            ))}
          </ul>,
          `${system.maker}, ${system.country ?? t("systems.noCountry")}`,
          `${system.kind}, ${system.year}`,
        ],
      }))}
    />
  );
}

function Chosen({ page }: { page: Page }) {
  const { t } = useTranslation("term");
  const { chosen } = page;
  if (!chosen) return null;
  /** The newest of each quantity comes first. */
  const standing = new Set<string>();
  return (
    <>
      <Section title={t("systems.past", { name: chosen.name })} id="system">
        <ul className="rows">
          {chosen.past.map((one) => {
            const isLast = !standing.has(one.quantity);
            standing.add(one.quantity);
            return (
              <li key={`${one.quantity} ${one.number}`}>
                <span className="line">
                  {one.quantity}
                  <strong className={isLast ? undefined : "figure-replaced"}>
                    {shownNumber(one.value)}
                    {shownUnit(one.unit)}
                  </strong>
                  {isLast ? null : <span className="note">{t("systems.replaced")}</span>}
                </span>
                <p className="note">
                  <a href={one.address} rel="noreferrer">
                    {one.source}
                  </a>
                  , {one.sourceDate}
                  {one.note ? `. ${one.note}` : ""}
                </p>
                <p className="note">
                  {one.personName}, <When at={one.at} dateOnly />
                  {one.reason ? `, ${t("systems.because", { reason: one.reason })}` : ""}
                </p>
              </li>
            );
          })}
        </ul>
      </Section>
      {chosen.withdrawnReason === null ? (
        <>
          <Section title={t("systems.correct")}>
            <CorrectFigure system={chosen.id} refusal={page.may["correct-figure"]} />
          </Section>
          <Section title={t("systems.withdraw")}>
            <WithdrawSystem system={chosen.id} refusal={page.may["withdraw-system"]} />
          </Section>
        </>
      ) : null}
    </>
  );
}

export default function SystemsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("term");
  const { committee } = page;
  const here = `/committees/${committee.code}`;
  const count = page.areas.reduce((sum, { systems }) => sum + systems, 0);
  const inArea = new URLSearchParams(page.area ? { area: page.area } : {});
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/members", label: t("members") },
          { to: here, label: committee.code },
          { label: t("systems.title") },
        ]}
        title={t("systems.of", { committee: committee.name })}
        badges={<span>{t("systems.sentence", { count })}</span>}
        acts={
          <>
            {count > 0 ? (
              <LinkButton to={`${here}/systems.csv?${inArea}`} reload>
                {t("systems.file")}
              </LinkButton>
            ) : null}
            {page.may["import-systems"] === null ? (
              <LinkButton to={`${here}/systems/import`}>{t("systems.import")}</LinkButton>
            ) : null}
          </>
        }
      />
      {page.areas.length > 1 ? (
        <Form method="get" className="filters">
          <SelectField
            name="area"
            label={t("systems.area")}
            defaultValue={page.area ?? ""}
            options={[
              { value: "", label: t("systems.everyArea") },
              ...page.areas.map(({ area, systems }) => ({ value: area, label: `${area} (${systems})` })),
            ]}
          />
          <Button>{t("systems.filter")}</Button>
        </Form>
      ) : null}
      <Columns
        main={
          <>
            {page.systems.length === 0 ? (
              <Empty title={t("systems.none")}>{t("systems.noneNext")}</Empty>
            ) : (
              <Table page={page} />
            )}
            {page.next ? (
              <p className="line">
                <Link to={`?${new URLSearchParams({ ...(page.area ? { area: page.area } : {}), after: page.next })}`}>
                  {t("frame:next")}
                </Link>
              </p>
            ) : null}
          </>
        }
        rail={
          <>
            <Chosen page={page} />
            <Section title={t("systems.record")}>
              <RecordSystem area={page.area ?? page.areas[0]?.area ?? null} refusal={page.may["record-system"]} />
            </Section>
          </>
        }
      />
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
