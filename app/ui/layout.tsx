/** The parts of a page: head, columns, sections, verdict, empty. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Marking } from "../../domain/record/marking.ts";
import { MarkingLabel } from "./badge.tsx";

export type Fact = { label: string; value: ReactNode; note?: ReactNode };

export type PageHeadProps = {
  trail?: { to?: string; label: string }[];
  title: string;
  /** Badges and short facts on the line beneath the title. */
  badges?: ReactNode;
  marking?: Marking;
  facts?: Fact[];
  /** The buttons of the page's head. */
  acts?: ReactNode;
};

export function PageHead({ trail = [], title, badges, marking, facts = [], acts }: PageHeadProps) {
  const { t } = useTranslation("frame");
  return (
    <header className="page-head">
      {trail.length > 0 ? (
        <nav aria-label={t("trail")}>
          <ol className="trail">
            {trail.map((step) => (
              <li key={step.label}>{step.to ? <Link to={step.to}>{step.label}</Link> : step.label}</li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="page-head-top">
        <h1>{title}</h1>
        {acts ? <div className="line">{acts}</div> : null}
      </div>
      {badges || marking ? (
        <div className="page-head-line">
          {badges}
          {marking ? <MarkingLabel marking={marking} /> : null}
        </div>
      ) : null}
      {facts.length > 0 ? (
        <dl className="facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value}
                {fact.note ? <div className="note">{fact.note}</div> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </header>
  );
}

export function Columns({ main, rail }: { main: ReactNode; rail: ReactNode }) {
  return (
    <div className="columns">
      <div className="columns-main">{main}</div>
      <div className="columns-rail">{rail}</div>
    </div>
  );
}

export function Section({
  title,
  note,
  id,
  children,
}: {
  title: string;
  note?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {note ? <div className="note">{note}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** The state in a sentence, before any number. */
export function Verdict({
  tone,
  label,
  children,
}: {
  tone: "ok" | "warn" | "bad" | "act" | "plain";
  label: string;
  children: ReactNode;
}) {
  return (
    <div className={`verdict verdict-${tone}`}>
      <p className="verdict-label">{label}</p>
      <p className="verdict-sentence">{children}</p>
    </div>
  );
}

/** What is true and what comes next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <p className="empty">
      <strong>{title}</strong>
      {children}
    </p>
  );
}
