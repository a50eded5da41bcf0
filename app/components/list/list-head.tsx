/** The head of the public list: its name, edition and date, and the files of the edition. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button.tsx";
import { When } from "~/ui/time.tsx";

type Head = { number: number; at: number; newest: boolean };

export function ListHead({ edition, children }: { edition: Head; children?: ReactNode }) {
  const { t } = useTranslation("list");
  return (
    <div className="list-head">
      <div>
        <p className="list-name">{t("title")}</p>
        <p className="list-edition">
          {t("edition", { number: edition.number })}, <When at={edition.at} dateOnly />. {children}{" "}
          {edition.newest ? null : <strong>{t("notNewest")}</strong>}
        </p>
      </div>
      <div className="line list-files">
        <LinkButton to={`/list/${edition.number}.csv`} reload>
          {t("csv")}
        </LinkButton>
        <LinkButton to={`/list/${edition.number}.json`} reload>
          {t("json")}
        </LinkButton>
      </div>
    </div>
  );
}
