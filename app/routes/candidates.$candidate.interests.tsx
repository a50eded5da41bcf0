/** The interests in a candidate: as a list, as a picture, with the own form and what the record proposes. Rules X1 to X10. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InterestDisputes } from "~/components/membership/interest-disputes.tsx";
import { InterestForm } from "~/components/membership/interest-form.tsx";
import { InterestFilters, InterestTable } from "~/components/membership/interest-list.tsx";
import { InterestPicture } from "~/components/membership/interest-picture.tsx";
import { AllProposals, GraphForms, OwnProposals } from "~/components/membership/interest-proposals.tsx";
import type { InterestsData } from "~/components/membership/interests-data.ts";
import "~/components/membership/interests.css";
import { PublicInterests } from "~/components/membership/public-interests.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Columns, PageHead, Section } from "~/ui/layout.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { When } from "~/ui/time.tsx";
import { isRefusal } from "../../domain/refusal.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Interests: ${(data?.page ?? data?.shown)?.candidate.title ?? "a candidate"} · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  const candidate = args.params.candidate!;
  if (args.context.viewer === null) {
    const shown = await args.context.queries.publicInterestsPage({ candidate });
    if (!isRefusal(shown)) return { page: null, shown };
  }
  requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const page = await loadPage(args, "interestsPage", {
    candidate,
    kind: searchParams.get("kind"),
    class: searchParams.get("class"),
    organisation: searchParams.get("organisation"),
  });
  return { page, shown: null };
}

const intents = [
  "declare-interest",
  "dispute-interest",
  "classify-interest",
  "settle-classification",
  "record-patent",
  "record-grant",
  "record-tie",
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, { fields: { candidate: args.params.candidate! } });
}

function Head({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  const { candidate, rows, filter } = page;
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  const here = `/candidates/${candidate.slug}`;
  return (
    <PageHead
      trail={[
        { to: "/candidates", label: t("candidate:list.title") },
        { to: here, label: candidate.title },
        { label: t("title") },
      ]}
      title={t("title")}
      badges={<span>{t("count", { count: rows.length })}</span>}
      marking={page.marking}
      acts={
        <>
          <LinkButton to={`${here}/interests.csv?${search}`} reload>
            {t("csv")}
          </LinkButton>
          <LinkButton to={`${here}/interests.json?${search}`} reload>
            {t("json")}
          </LinkButton>
        </>
      }
    />
  );
}

function Own({ page }: { page: InterestsData }) {
  const { t } = useTranslation("interest");
  if (page.may["declare-interest"] !== null) return null;
  return (
    <Section title={t("own.title")} id="own">
      {page.own ? (
        <p className="note">
          {t("own.until")} <When at={page.own.expiresAt} dateOnly />. {t("own.change")}
        </p>
      ) : (
        <p className="note">{t("own.never")}</p>
      )}
      <OwnProposals page={page} />
      <InterestForm own={page.own} organisations={page.organisations} refusal={page.may["declare-interest"]} />
    </Section>
  );
}

export default function InterestsPage() {
  const { page, shown } = useLoaderData<typeof loader>();
  const { t } = useTranslation("interest");
  if (page === null) return <PublicInterests shown={shown} />;
  return (
    <>
      <LiveRefresh topics={page.topics} />
      <Head page={page} />
      <Columns
        main={
          <>
            <Section title={t("list.title")}>
              <InterestFilters page={page} />
              <InterestTable page={page} />
            </Section>
            {page.disputes.length === 0 ? null : (
              <Section title={t("dispute.title")} id="disputes">
                <InterestDisputes page={page} />
              </Section>
            )}
          </>
        }
        rail={
          <>
            <Own page={page} />
            {page.proposals === null ? null : (
              <Section title={t("proposal.title")} id="proposals">
                <p className="note">{t("proposal.note")}</p>
                <AllProposals proposals={page.proposals} />
              </Section>
            )}
            {page.may["record-patent"] === null ? (
              <Section title={t("record.heading")}>
                <GraphForms page={page} />
              </Section>
            ) : null}
          </>
        }
      />
      <div className="graph-part">
        <Section title={t("picture.heading")} id="picture">
          <InterestPicture picture={page.picture} />
        </Section>
      </div>
    </>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
