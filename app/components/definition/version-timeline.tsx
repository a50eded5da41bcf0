/** The versions of a text in time: what each changed in words, who wrote it, and which amendments it carries. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { ChangeClassMark, PersonMark } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, TextField } from "~/ui/field.tsx";
import { When } from "~/ui/time.tsx";
import type { VersionsPageData } from "./amendment-types.ts";
import { CarriedAmendments } from "./carried-amendments.tsx";
import { useClauseName } from "./text-marks.tsx";

type Stretch = NonNullable<VersionsPageData["draft"]>;
type Told = VersionsPageData["versions"][number];

const clausesMax = 6;

function Changes({ stretch }: { stretch: Pick<Stretch, "changes" | "changesLeft" | "counts"> }) {
  const { t } = useTranslation("amendment");
  const clauseName = useClauseName();
  if (stretch.changes.length === 0) return <p className="note">{t("timeline.noChanges")}</p>;
  return (
    <>
      <ul className="rows change-list">
        {stretch.changes.map((change) => (
          <li key={`${change.nid} ${change.class}`}>
            <ChangeClassMark name={change.class} />
            <span className="change-clause">{clauseName(change.clause, change.nid)}</span>
            <span className="change-detail">{change.detail}</span>
          </li>
        ))}
      </ul>
      {stretch.changesLeft > 0 ? <p className="note">{t("timeline.more", { count: stretch.changesLeft })}</p> : null}
    </>
  );
}

function Author({ author, slug }: { author: Stretch["authors"][number]; slug: string }) {
  const { t } = useTranslation("amendment");
  const clauseName = useClauseName();
  const clauses = author.clauses.slice(0, clausesMax).map(({ nid, clause }) => clauseName(clause, nid));
  const left = author.clauses.length - clauses.length;
  return (
    <li>
      {author.person ? (
        <>
          <PersonMark name={author.person.name} colour={author.person.colour} />
          <strong>{author.person.name}</strong>
        </>
      ) : author.amendment !== null ? (
        <Link to={`/candidates/${slug}/amendments/${author.amendment}`}>
          {t("timeline.amendment", { number: author.amendment })}
        </Link>
      ) : (
        <strong>{t("timeline.begun")}</strong>
      )}
      <span>
        {t("timeline.wrote", { count: author.characters })}
        {author.taken ? `, ${t("timeline.took", { count: author.taken })}` : ""}
      </span>
      {clauses.length > 0 ? (
        <span className="note">
          {clauses.join(", ")}
          {left > 0 ? ` + ${left}` : ""}
        </span>
      ) : null}
    </li>
  );
}

function Body({ stretch, slug }: { stretch: Omit<Stretch, "changedAt">; slug: string }) {
  const { t } = useTranslation("amendment");
  return (
    <div className="timeline-body">
      <div>
        <h3>{t("timeline.changes")}</h3>
        <Changes stretch={stretch} />
      </div>
      <div>
        <h3>{t("timeline.authors")}</h3>
        {stretch.authors.length === 0 ? <p className="note">{t("timeline.noAuthors")}</p> : null}
        <ul className="authors">
          {stretch.authors.map((author) => (
            <Author key={author.person?.id ?? `amendment ${author.amendment}`} author={author} slug={slug} />
          ))}
        </ul>
        {stretch.amendments.length > 0 ? (
          <>
            <h3>{t("timeline.amendments")}</h3>
            <CarriedAmendments amendments={stretch.amendments} slug={slug} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function RestoreForm({ number }: { number: number }) {
  const { t } = useTranslation("amendment");
  return (
    <details className="disclosure">
      <summary>{t("timeline.restore")}</summary>
      <ActForm intent="restore-version" part={String(number)} framed>
        <p className="note">{t("timeline.restoreSentence", { number })}</p>
        <HiddenField name="version" value={String(number)} />
        <TextField name="reason" label={t("timeline.restoreReason")} rows={2} charactersMax={4000} required />
        <Button>{t("timeline.restoreButton", { number })}</Button>
      </ActForm>
    </details>
  );
}

function VersionStep({ version, page, isLast }: { version: Told; page: VersionsPageData; isLast: boolean }) {
  const { t } = useTranslation("amendment");
  const here = `/candidates/${page.candidate.slug}/definition`;
  const isEqual = page.draft === null && page.versions[0]?.number === version.number;
  return (
    <li className="timeline-step" id={`version-${version.number}`}>
      <div className="timeline-head">
        <h2>
          <Link to={`${here}/${version.number}`}>{t("timeline.version", { number: version.number })}</Link>
        </h2>
        <p className="note">
          <When at={version.frozenAt} />,{" "}
          {version.frozenBy === null ? t("timeline.frozenByClock") : t("timeline.frozenBy", { name: version.frozenBy })}
        </p>
        {version.reason ? <p>{version.reason}</p> : null}
        <p className="hash-line">{version.words.join(" ")}</p>
      </div>
      <Body stretch={version} slug={page.candidate.slug} />
      <div className="timeline-foot">
        {isLast ? null : (
          <Link to={`${here}/${version.number}?with=${version.number - 1}`}>{t("timeline.compare")}</Link>
        )}
        {page.may["restore-version"] === null && !isEqual ? <RestoreForm number={version.number} /> : null}
      </div>
    </li>
  );
}

export function VersionTimeline({ page }: { page: VersionsPageData }) {
  const { t } = useTranslation("amendment");
  const { draft, versions, candidate } = page;
  return (
    <ol className="timeline">
      {draft ? (
        <li className="timeline-step timeline-draft">
          <div className="timeline-head">
            <h2>{t(versions.length > 0 ? "timeline.draft" : "timeline.first")}</h2>
            <p className="note">
              <When at={draft.changedAt} />
            </p>
          </div>
          <Body stretch={draft} slug={candidate.slug} />
        </li>
      ) : null}
      {versions.map((version) => (
        <VersionStep key={version.number} version={version} page={page} isLast={version.number === 1} />
      ))}
    </ol>
  );
}
