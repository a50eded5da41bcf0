/**
 * An act whose fields are made in the browser at the moment it is asked for: keys, shares, envelopes. Nothing but what was
 * made is sent; what a person typed stands outside of the form. Without script it does nothing, and says so.
 */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button, type ButtonTone } from "~/ui/button.tsx";
import type { Refusal } from "../../../domain/refusal.ts";

/** The fields to send, or a sentence that says why there are none. */
export type Prepared = { fields: [name: string, value: string][] } | { fault: string };

type PreparedActProps = {
  intent: string;
  refusal?: Refusal | null;
  prepare: () => Promise<Prepared>;
  tone?: ButtonTone;
  label: string;
  working: string;
  children?: ReactNode;
};

export function PreparedAct({ intent, refusal, prepare, tone = "plain", label, working, children }: PreparedActProps) {
  const { t } = useTranslation("sealing");
  const [fields, setFields] = useState<[string, string][]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fields.length > 0) place.current?.closest("form")?.requestSubmit();
  }, [fields]);
  const start = async () => {
    setFault(null);
    setWorking(true);
    const prepared = await prepare().catch((problem: unknown): Prepared => ({ fault: String(problem) }));
    setWorking(false);
    if ("fault" in prepared) setFault(prepared.fault);
    else setFields(prepared.fields);
  };
  return (
    <ActForm intent={intent} refusal={refusal}>
      {children}
      <div ref={place} className="prepared">
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields of one name stand in an order that does not change.
          <input key={`${name}${index}`} type="hidden" name={name} value={value} />
        ))}
        {fault === null ? null : (
          <p className="field-fault" role="alert">
            {fault}
          </p>
        )}
        <Button type="button" tone={tone} onClick={() => (isWorking ? undefined : void start())}>
          {isWorking ? working : label}
        </Button>
        <noscript>
          <p className="note">{t("form.script")}</p>
        </noscript>
      </div>
    </ActForm>
  );
}
