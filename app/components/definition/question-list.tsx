/** The questions that are open in a text: each with its clause, the wordings side by side, and who stands behind each. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { When } from "~/ui/time.tsx";
import type { BracketsPageData } from "./definition-types.ts";
import "./question-list.css";

type Question = BracketsPageData["questions"][number];
type Wording = Question["wordings"][number];

function Delegations({ page, codes }: { page: BracketsPageData; codes: string[] }) {
  const { t } = useTranslation("definition");
  if (codes.length === 0) return <span className="note">{t("brackets.nobody")}</span>;
  const nameOf = (code: string) => page.delegations.find((one) => one.code === code)?.name ?? code;
  return (
    <ul className="question-delegations">
      {codes.map((code) => (
        <li key={code}>{nameOf(code)}</li>
      ))}
    </ul>
  );
}

function Words({ page, wording, isFirst }: { page: BracketsPageData; wording: Wording; isFirst: boolean }) {
  const { t } = useTranslation("definition");
  const { since } = wording;
  return (
    <div className="question-wording">
      <p className="question-kind">{isFirst ? t("brackets.bracket") : t("brackets.alternative")}</p>
      <p className="question-words">[{wording.words}]</p>
      <Delegations page={page} codes={wording.delegations} />
      <p className="note">
        {since === null ? (
          t("brackets.new")
        ) : (
          <>
            {t("brackets.since", { number: since.number })} <When at={since.frozenAt} dateOnly />
          </>
        )}
      </p>
    </div>
  );
}

export function QuestionList({ page }: { page: BracketsPageData }) {
  const { t } = useTranslation("definition");
  const text = `/candidates/${page.candidate.slug}/definition`;
  return (
    <ol className="questions">
      {page.questions.map((question, index) => (
        <li key={question.key}>
          <h2>
            <span className="unseen">{t("brackets.question", { number: index + 1 })} </span>
            {question.clauses.map(({ nid, label, kind }) => (
              <Link key={nid} to={`${text}#clause-${nid}`}>
                {label || t(`clause.kind.${kind ?? "text"}`)}
              </Link>
            ))}
          </h2>
          <div>
            <div className="question-wordings">
              {question.wordings.map((wording, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a wording has no name but its place.
                <Words key={at} page={page} wording={wording} isFirst={at === 0} />
              ))}
            </div>
            {question.clauses.map(({ nid, words }) => (
              <p key={nid} className="question-clause">
                {words}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
