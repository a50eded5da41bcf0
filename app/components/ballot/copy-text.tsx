/** A text that is ready to be sent: to select and copy by hand, or with a button where script runs. */
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";

export function CopyText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation("console");
  const id = useId();
  const [isHere, setHere] = useState(false);
  const [copied, setCopied] = useState("");
  useEffect(() => setHere(typeof navigator.clipboard?.writeText === "function"), []);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setCopied(text));
  };
  const rows = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0);
  return (
    <div className="field copy-text">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className="control" readOnly rows={Math.min(rows, 14)} value={text} />
      {isHere ? (
        <p className="line">
          <Button type="button" onClick={copy}>
            {t("copy")}
            <span className="unseen">: {label}</span>
          </Button>
          <span role="status">{copied === text ? t("copied") : ""}</span>
        </p>
      ) : null}
    </div>
  );
}
