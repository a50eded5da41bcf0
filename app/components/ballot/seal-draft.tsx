/** Sealing a draft: the chair names the holders, and gives out the key from this browser. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { ChecksField, TextField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import type { BallotData } from "./ballot-data.ts";
import { MakeKey } from "./holder-key.tsx";
import { type Prepared, PreparedAct } from "./prepared-act.tsx";

export function SealDraft({ page }: { page: BallotData }) {
  const { t } = useTranslation("sealing");
  const { sealing } = page;
  if (page.ballot.state !== "drafted" || sealing === null) return null;
  return (
    <>
      {sealing.may["seal-ballot"] === null ? <NameHolders sealing={sealing} /> : null}
      {sealing.sealing !== null && sealing.may["give-shares"] === null ? (
        <GiveShares page={page} seal={sealing.sealing} />
      ) : null}
      {sealing.may["register-holder-key"] === null ? (
        <Section title={t("key.title")} id="holder-key">
          <MakeKey sealing={sealing} />
        </Section>
      ) : null}
    </>
  );
}

type SealingData = NonNullable<BallotData["sealing"]>;

function NameHolders({ sealing }: { sealing: SealingData }) {
  const { t } = useTranslation("sealing");
  const isSealed = sealing.sealing !== null;
  const options = sealing.eligible.map(({ personId, name, seat, hasKey }) => ({
    ...{ value: personId, label: `${name}, ${seat}`, disabled: !hasKey },
    ...(hasKey ? {} : { hint: t("draft.noKey") }),
  }));
  return (
    <Section title={t("draft.title")} id="seal">
      <details className="disclosure">
        <summary>{t(isSealed ? "draft.sealed" : "draft.title")}</summary>
        <p className="note">{t("draft.note")}</p>
        <ActForm intent="seal-ballot">
          <ChecksField name="holders" label={t("draft.holders")} options={options} />
          <TextField name="needed" label={t("draft.needed")} type="number" defaultValue="2" required />
          <Button>{t("draft.button")}</Button>
        </ActForm>
      </details>
    </Section>
  );
}

function GiveShares({ page, seal }: { page: BallotData; seal: NonNullable<SealingData["sealing"]> }) {
  const { t } = useTranslation("sealing");
  const prepare = async (): Promise<Prepared> => {
    const { giveOutKey } = await import("../../../protocol/sealing/key-shares.ts");
    const keys = seal.holders.map((holder) => holder.key ?? "");
    const { publicKey, shares } = await giveOutKey(page.ballot.reference, seal.needed, keys);
    return {
      fields: [
        ["publicKey", publicKey],
        ...keys.map((key): [string, string] => ["holderKeys", key]),
        ...shares.map((share): [string, string] => ["sealedShares", share.sealedShare]),
        ...shares.map((share): [string, string] => ["commitments", share.commitment]),
      ],
    };
  };
  return (
    <Section title={t("draft.giveTitle")} id="give-shares">
      <p className="note">{t("draft.giveNote")}</p>
      <PreparedAct
        intent="give-shares"
        prepare={prepare}
        label={t(seal.publicKey === null ? "draft.give" : "draft.giveAgain")}
        working={t("draft.working")}
      />
    </Section>
  );
}
