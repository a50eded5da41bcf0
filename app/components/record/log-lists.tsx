/** The log's checkpoints, and its leaves with as much of each as the reader may see. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import type { Refusal } from "../../../domain/refusal.ts";
import type { Queries } from "../../../server/queries.ts";

export type LogData = Exclude<Awaited<ReturnType<Queries["logPage"]>>, Refusal>;

const short = (hash: string) => `${hash.slice(0, 12)}…${hash.slice(-4)}`;

export function CheckpointList({ checkpoints }: Pick<LogData, "checkpoints">) {
  const { t } = useTranslation("log");
  return (
    <Section title={t("checkpoints.title")} note={t("checkpoints.note")} id="checkpoints">
      {checkpoints.length === 0 ? (
        <Empty title={t("checkpoints.none")} />
      ) : (
        <ul className="rows">
          {checkpoints.map(({ size, at, root }) => (
            <li key={size} className="line">
              <a href={`/records/log/checkpoint.txt?size=${size}`}>{t("checkpoints.size", { count: size })}</a>
              <span className="note">
                <When at={at} />
              </span>
              <span className="note short-hash">{short(root)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function LeafBody({ body }: { body: NonNullable<LogData["leaves"][number]["body"]> }) {
  const { t } = useTranslation("log");
  return (
    <details className="disclosure">
      <summary>{t("leaves.body")}</summary>
      <p className="leaf-body">{body.text}</p>
      <p className="note">{t("leaves.salt")}</p>
      <p className="leaf-body">{body.salt}</p>
    </details>
  );
}

export function LeafList({ leaves, earlier }: Pick<LogData, "leaves" | "earlier">) {
  const { t } = useTranslation("log");
  const { t: minute } = useTranslation("record");
  return (
    <Section title={t("leaves.title")} note={t("leaves.note")} id="leaves">
      {leaves.length === 0 ? (
        <Empty title={t("leaves.none")} />
      ) : (
        <DataTable
          caption={t("leaves.title")}
          head={[{ label: t("leaves.number"), number: true }, { label: t("leaves.what") }, { label: t("leaves.hash") }]}
          rows={leaves.map(({ index, hash, head, body }) => ({
            key: String(index),
            cells: [
              <Link key="number" to={`?check=${index}#check`} aria-label={t("leaves.check", { index })}>
                {index}
              </Link>,
              head === null ? (
                <span key="what" className="note">
                  {t("leaves.unseen")}
                </span>
              ) : (
                <div key="what">
                  {minute(`minute.${head.type}`)}{" "}
                  <span className="note">
                    <When at={head.at} />
                  </span>
                  {body === null ? null : <LeafBody body={body} />}
                </div>
              ),
              <span key="hash" className="short-hash" title={hash}>
                {short(hash)}
              </span>,
            ],
          }))}
        />
      )}
      {earlier === null ? null : (
        <p>
          <LinkButton to={`?before=${earlier}#leaves`}>{t("leaves.earlier")}</LinkButton>
        </p>
      )}
    </Section>
  );
}
