/** One amendment: what it changes, why, who supports it, what was said, what comes next, and what may be done with it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { AmendmentActs } from "~/components/definition/amendment-acts.tsx";
import { AmendmentStateBadge } from "~/components/definition/amendment-marks.tsx";
import { AmendmentNext } from "~/components/definition/amendment-next.tsx";
import { AmendmentRecord, AmendmentSupporters } from "~/components/definition/amendment-record.tsx";
import type { AmendmentPageData } from "~/components/definition/amendment-types.ts";
import { ClauseChanges } from "~/components/definition/clause-changes.tsx";
import { CompetingAmendments } from "~/components/definition/competing-amendments.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { StateBadge } from "~/ui/badge.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Columns, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import "~/components/definition/definition.css";
import "~/components/definition/amendment.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Amendment ${data?.page.amendment.number ?? ""} to ${data?.page.candidate.title ?? "a text"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  requireViewer(args);
  const page = await loadPage(args, "amendmentPage", {
    candidate: args.params.candidate!,
    number: args.params.number!,
  });
  return { page, now: args.context.now };
}

export async function action(args: ActionFunctionArgs) {
  return performAct(args, [
    "support-amendment",
    "withdraw-support",
    "object-amendment",
    "follow-up-amendment",
    "accept-amendment",
    "reject-amendment",
    "bracket-amendment",
    "withdraw-amendment",
  ]);
}

/** The other amendments that this one names, or that name it. */
function Named({ page }: { page: AmendmentPageData }) {
  const { t } = useTranslation("amendment");
  const { names, restores } = page.amendment;
  const links = (numbers: number[]) =>
    numbers.map((number, at) => (
      <Fragment key={number}>
        {at > 0 ? ", " : ""}
        <Link to={`/candidates/${page.candidate.slug}/amendments/${number}`}>{t("one", { number })}</Link>
      </Fragment>
    ));
  return (
    <>
      {names.length > 0 ? (
        <p>
          {t(names.length === 1 ? "page.amends" : "page.combines")} {links(names)}
        </p>
      ) : null}
      {page.namedBy.length > 0 ? (
        <p>
          {t("page.namedBy")} {links(page.namedBy)}
        </p>
      ) : null}
      {restores === null ? null : (
        <p>
          <Link to={`/candidates/${page.candidate.slug}/definition/${restores}`}>
            {t("page.restores", { number: restores })}
          </Link>
        </p>
      )}
    </>
  );
}

export default function AmendmentPage() {
  const { page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("amendment");
  const { amendment, candidate } = page;
  const here = `/candidates/${candidate.slug}`;
  return (
    <div className="printed">
      <LiveRefresh topics={page.topics} />
      <PageHead
        trail={[
          { to: "/candidates", label: t("candidates") },
          { to: here, label: candidate.reference },
          { to: `${here}/amendments`, label: t("title") },
          { label: t("one", { number: amendment.number }) },
        ]}
        title={t("one", { number: amendment.number })}
        marking={candidate.marking}
        badges={
          <>
            <AmendmentStateBadge state={amendment.state} />
            <span>{candidate.title}</span>
            <StateBadge state={candidate.state} />
          </>
        }
        acts={<LinkButton to={`${here}/definition`}>{t("toText")}</LinkButton>}
        facts={[
          {
            label: t("page.from"),
            value: amendment.by.name,
            note: amendment.by.speaksFor ? t("page.for", { whom: amendment.by.speaksFor }) : undefined,
          },
          { label: t("page.proposedAt"), value: <When at={amendment.proposedAt} /> },
          { label: t("page.distance"), value: t("distance", { count: amendment.distance }) },
        ]}
      />
      <Columns
        main={
          <>
            <Section title={t("page.redline")}>
              <ClauseChanges changes={amendment.changes} />
              {amendment.wording > 1 ? <p className="note">{t("page.wording", { count: amendment.wording })}</p> : null}
            </Section>
            <Section title={t("page.reason")}>
              <p className="said">{amendment.reason}</p>
              <Named page={page} />
            </Section>
            <CompetingAmendments competing={page.competing} slug={candidate.slug} own={amendment.number} />
            <AmendmentRecord page={page} />
          </>
        }
        rail={
          <>
            <AmendmentNext page={page} now={now} />
            <AmendmentActs page={page} />
            <AmendmentSupporters page={page} />
          </>
        }
      />
    </div>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
