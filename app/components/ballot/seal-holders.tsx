/** The holders of a ballot's key and how far they are; for a holder, what is to be done with the own share. */
import { useParams } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { When } from "~/ui/time.tsx";
import type { SealedFile } from "../../../server/queries/ballot/sealed-file.ts";
import type { BallotData } from "./ballot-data.ts";
import { LoadKey } from "./holder-key.tsx";
import { findHolderKey } from "./holder-key-store.ts";
import { type Prepared, PreparedAct } from "./prepared-act.tsx";

type SealingData = NonNullable<BallotData["sealing"]>;
type Seal = NonNullable<SealingData["sealing"]>;

export function SealHolders({ page }: { page: BallotData }) {
  const { t } = useTranslation("sealing");
  const { sealing } = page;
  if (sealing?.sealing == null) return null;
  const { needed, holders, publicKey } = sealing.sealing;
  return (
    <>
      <OwnShare page={page} sealing={sealing} />
      <OpenBallot page={page} sealing={sealing} seal={sealing.sealing} />
      <Section title={t("holders.title")} note={t("holders.note", { needed, count: holders.length })} id="key-holders">
        <ul className="rows">
          {holders.map(({ number, name, seat, confirmed, submitted }) => (
            <li key={number}>
              {number}. {name}, {seat}{" "}
              <Badge tone={submitted ? "ok" : confirmed ? "grey" : "outline"}>
                {t(
                  submitted
                    ? "holders.submitted"
                    : confirmed
                      ? "holders.confirmed"
                      : publicKey === null
                        ? "holders.waiting"
                        : "holders.given",
                )}
              </Badge>
              {sealing.own?.number === number ? <span className="note"> {t("holders.yours")}</span> : null}
            </li>
          ))}
        </ul>
      </Section>
      <Transcript sealing={sealing} />
    </>
  );
}

/** Opens the own share with the key that this browser holds. */
function useOwnShare(page: BallotData, sealing: SealingData) {
  const { t } = useTranslation("sealing");
  return async (fieldsOf: (share: string, commitment: string) => [string, string][]): Promise<Prepared> => {
    const given = sealing.own?.given;
    const key = given ? await findHolderKey(given.holderKey) : null;
    if (!given || key === null) return { fault: t("share.noKey") };
    const { openShare } = await import("../../../protocol/sealing/key-shares.ts");
    const share = await openShare(page.ballot.reference, given, { publicKey: given.holderKey, privateKey: key });
    return share === null ? { fault: t("share.broken") } : { fields: fieldsOf(share, given.commitment) };
  };
}

function OwnShare({ page, sealing }: { page: BallotData; sealing: SealingData }) {
  const { t } = useTranslation("sealing");
  const opened = useOwnShare(page, sealing);
  const { own } = sealing;
  const { state } = page.ballot;
  if (own === null || !["drafted", "open", "sealed"].includes(state)) return null;
  const { number, given, confirmed, submitted } = own;
  const done = state === "sealed" ? submitted : confirmed;
  return (
    <Section title={t("share.title")} id="share">
      <div className="stack">
        {given === null ? <p>{t("share.notGiven")}</p> : null}
        {done ? <p>{t(state === "sealed" ? "share.submitted" : "share.confirmed", { number })}</p> : null}
        {state === "drafted" && given !== null && !confirmed ? (
          <PreparedAct
            intent="confirm-share"
            refusal={sealing.may["confirm-share"]}
            prepare={() => opened((_, commitment) => [["commitment", commitment]])}
            tone="primary"
            label={t("share.confirm")}
            working={t("share.working")}
          >
            <p className="note">{t("share.confirmNote")}</p>
          </PreparedAct>
        ) : null}
        {state === "sealed" && !submitted ? (
          <PreparedAct
            intent="submit-share"
            refusal={sealing.may["submit-share"]}
            prepare={() => opened((share) => [["share", share]])}
            tone="primary"
            label={t("share.submit")}
            working={t("share.working")}
          >
            <p className="note">{t("share.submitNote")}</p>
          </PreparedAct>
        ) : null}
        {given !== null && !done ? <LoadKey /> : null}
      </div>
    </Section>
  );
}

type ReadLine = { sequence: number; word: string | null };

function OpenBallot({ page, sealing, seal }: { page: BallotData; sealing: SealingData; seal: Seal }) {
  const { t } = useTranslation(["sealing", "ballot"]);
  const { ballot: slug } = useParams();
  const [lines, setLines] = useState<ReadLine[]>([]);
  if (page.ballot.state !== "sealed" || sealing.own === null || seal.submitted < seal.needed) return null;
  if (sealing.may["unseal-ballot"] !== null) return <Refused refusal={sealing.may["unseal-ballot"]} />;
  const prepare = async (): Promise<Prepared> => {
    const answer = await fetch(`/ballots/${slug}/sealed.json`);
    if (!answer.ok) return { fault: t("open.failed") };
    const file = (await answer.json()) as SealedFile;
    const { keyFrom } = await import("../../../protocol/sealing/key-shares.ts");
    const { openedHash, positionOpener } = await import("../../../protocol/sealing/sealed-position.ts");
    const found = await keyFrom(file.publicKey, file.needed, file.shares);
    if (found === null) return { fault: t("open.noKey") };
    const open = await positionOpener(found.pair);
    const opened = [];
    for (const { sequence, seatId, sealed } of file.positions)
      opened.push({ sequence, seatId, inside: await open({ identity: file.identity, seatId }, sealed) });
    setLines(opened.map(({ sequence, inside }) => ({ sequence, word: inside === null ? null : wordOf(inside.said) })));
    return { fields: [["openedHash", await openedHash(opened)]] };
  };
  return (
    <Section title={t("open.title")} id="open-seals">
      <p className="note">{t("open.note")}</p>
      <PreparedAct
        intent="unseal-ballot"
        prepare={prepare}
        tone="primary"
        label={t("open.button")}
        working={t("open.working", { count: page.turnout })}
      />
      {lines.length === 0 ? null : (
        <ol className="rows" aria-label={t("open.read")}>
          {lines.map(({ sequence, word }) => (
            <li key={sequence}>
              {sequence}: {word === null ? t("open.unreadable") : t(`ballot:word.${word}`)}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

const wordOf = (said: object): string => ("word" in said ? String(said.word) : "set" in said ? "set" : "ranking");

function Transcript({ sealing: { transcript } }: { sealing: SealingData }) {
  const { t } = useTranslation("sealing");
  if (transcript === null) return null;
  return (
    <Section title={t("transcript.title")} note={<When at={transcript.at} />} id="transcript">
      <p>{t("transcript.sentence")}</p>
      <p className="note">
        {t("transcript.hash")}: <span className="short-hash">{transcript.openedHash.slice(0, 16)}…</span>
      </p>
    </Section>
  );
}
