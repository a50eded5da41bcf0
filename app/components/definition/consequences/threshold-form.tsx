/** Which text, which threshold, which number: a form that works without script, and follows the handle where there is one. */
import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import type { Threshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { readThreshold } from "../../../../domain/definition/consequences/thresholds.ts";
import { comparatorSigns } from "../../../../domain/definition/parameters/shown-parameter.ts";
import type { ConsequencesData } from "./consequences-data.ts";
import { shownNumber, shownUnit } from "./number-words.ts";
import { thresholdName } from "./use-consequences.ts";

type Props = {
  page: ConsequencesData;
  threshold: Threshold;
  value: string;
  isMoved: boolean;
  onType: (value: string) => void;
  onReset: () => void;
};

export function ThresholdForm({ page, threshold, value, isMoved, onType, onReset }: Props) {
  const { t } = useTranslation("consequence");
  const { labels, thresholds, versions, version, chosen } = page;
  const field = useRef<HTMLInputElement>(null);
  // The field follows the handle, but not while somebody types in it.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = isMoved ? value : "";
  }, [value, isMoved]);
  const bound = (one: Threshold) => `${comparatorSigns[one.bound]} ${shownNumber(one.value)}${shownUnit(one.unit)}`;
  return (
    <Form method="get" className="threshold-form" preventScrollReset>
      <SelectField
        name="version"
        label={t("form.text")}
        defaultValue={version === null ? "" : String(version)}
        options={[
          { value: "", label: t("form.head") },
          ...versions.map(({ number }) => ({ value: String(number), label: t("form.version", { number }) })),
        ]}
      />
      <SelectField
        name="threshold"
        label={t("form.threshold")}
        defaultValue={threshold.id}
        options={thresholds.map((one) => ({ value: one.id, label: `${thresholdName(one, labels)} ${bound(one)}` }))}
      />
      <div className="field">
        <label htmlFor="moved-value">{t("form.value")}</label>
        {chosen.unread ? (
          <span className="field-fault" id="moved-value-fault">
            <Icon name="fault" />
            {t("form.unread", { typed: chosen.unread })}
          </span>
        ) : null}
        <span className="moved-field">
          <input
            ref={field}
            id="moved-value"
            name="value"
            className="control"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={isMoved ? value : ""}
            placeholder={shownNumber(threshold.value)}
            aria-describedby={chosen.unread ? "moved-value-fault" : undefined}
            aria-invalid={chosen.unread ? true : undefined}
            onChange={(event) => {
              const read = readThreshold(event.currentTarget.value);
              if (read !== null) onType(read);
            }}
          />
          <span className="note">{shownUnit(threshold.unit).trim()}</span>
        </span>
      </div>
      <div className="line">
        <Button>{t("form.show")}</Button>
        {isMoved ? (
          <Link
            to={`?${new URLSearchParams({ version: version === null ? "" : String(version), threshold: threshold.id })}`}
            preventScrollReset
            onClick={onReset}
          >
            {t("form.reset", { value: shownNumber(threshold.value) })}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
