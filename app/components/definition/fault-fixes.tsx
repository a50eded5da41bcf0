/** What can be done about a fault where the editor is live: go to it, and its fixes, each one step of undo. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FaultFix } from "~/editor/fault-finding.ts";
import { Button, LinkButton } from "~/ui/button.tsx";
import type { ShownFault } from "./shown-faults.ts";

/** How the cards reach the open editor. */
export type Mending = {
  mayWrite: boolean;
  goTo: (key: string) => void;
  fix: (key: string, fix: string, choice: string | null) => void;
  /** The page of the committee's terms. */
  termsPage: string;
};

type FixProps = { fault: ShownFault; mending: Mending; clauses: { nid: string; name: string }[] };

export function FaultFixes({ fault, mending, clauses }: FixProps) {
  const { t } = useTranslation("editor");
  const shown = fault.fixes.filter((fix) => mending.mayWrite || isLooking(fix));
  return (
    <div className="fault-fixes">
      {isNowhere(fault) || fault.fixes.some(({ name }) => name === "go-to-first") ? null : (
        <Button type="button" onClick={() => mending.goTo(fault.key)}>
          {t("faults.goTo")}
        </Button>
      )}
      {shown.map((fix) => (
        <Fix key={fix.name} fix={fix} fault={fault} mending={mending} clauses={clauses} />
      ))}
    </div>
  );
}

/** A fault of the text as a whole has no place to go to. */
function isNowhere({ nid, words }: ShownFault): boolean {
  return nid === "" && words === "";
}

/** Fixes that only lead somewhere are open to who may not write. */
function isLooking({ name }: FaultFix): boolean {
  return name === "term-list" || name === "go-to-first" || name === "go-to-second";
}

function Fix({ fix, fault, mending, clauses }: FixProps & { fix: FaultFix }) {
  const { t } = useTranslation("editor");
  const words = t(`faults.fix.${fix.name}`, fix.values ?? {});
  if (fix.name === "term-list") {
    return <LinkButton to={mending.termsPage}>{words}</LinkButton>;
  }
  if (fix.choices === "clauses") {
    return <Choice words={words} clauses={clauses} onChoose={(nid) => mending.fix(fault.key, fix.name, nid)} />;
  }
  return (
    <Button type="button" onClick={() => mending.fix(fault.key, fix.name, null)}>
      {words}
    </Button>
  );
}

type ChoiceProps = { words: string; clauses: { nid: string; name: string }[]; onChoose: (nid: string) => void };

function Choice({ words, clauses, onChoose }: ChoiceProps) {
  const { t } = useTranslation("editor");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [nid, setNid] = useState(clauses[0]?.nid ?? "");
  // A list of all clauses in every card would be most of the page.
  if (!isOpen) {
    return (
      <Button type="button" onClick={() => setOpen(true)}>
        {t("faults.choose")}
      </Button>
    );
  }
  return (
    <span className="fault-choice">
      <label htmlFor={id}>{t("faults.target")}</label>
      <select id={id} className="control" value={nid} onChange={(event) => setNid(event.currentTarget.value)}>
        {clauses.map((clause) => (
          <option key={clause.nid} value={clause.nid}>
            {clause.name}
          </option>
        ))}
      </select>
      <Button type="button" onClick={() => nid !== "" && onChoose(nid)}>
        {words}
      </Button>
    </span>
  );
}
