/** A holder's key: made in this browser and kept in it, with a file under a passphrase for another device. */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import type { BallotData } from "./ballot-data.ts";
import { keepHolderKey } from "./holder-key-store.ts";
import { type Prepared, PreparedAct } from "./prepared-act.tsx";

const passphraseMin = 12;

function download(name: string, characters: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([characters], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function MakeKey({ sealing }: { sealing: NonNullable<BallotData["sealing"]> }) {
  const { t } = useTranslation("sealing");
  const passphrase = useRef<HTMLInputElement>(null);
  const prepare = async (): Promise<Prepared> => {
    const words = passphrase.current?.value ?? "";
    if (words.length < passphraseMin) return { fault: t("key.short", { count: words.length }) };
    const { newKeyPair, readPrivateKey } = await import("../../../protocol/sealing/key-pair.ts");
    const { writeKeyFile } = await import("../../../protocol/sealing/key-file.ts");
    const pair = await newKeyPair();
    await keepHolderKey(pair.publicKey, await readPrivateKey(pair));
    download("plenary-holder-key.json", await writeKeyFile(pair, words));
    pair.privateKey.fill(0);
    if (passphrase.current) passphrase.current.value = "";
    return { fields: [["publicKey", pair.publicKey]] };
  };
  const has = sealing.ownKey !== null;
  return (
    <details className="disclosure" open={!has}>
      <summary>{t(has ? "key.again" : "key.title")}</summary>
      <p className="note">{t(has ? "key.have" : "key.note")}</p>
      <div className="field">
        <label htmlFor="key-passphrase">{t("key.passphrase")}</label>
        <span className="hint" id="key-passphrase-hint">
          {t("key.passphraseHint")}
        </span>
        <input
          id="key-passphrase"
          className="control"
          type="password"
          ref={passphrase}
          autoComplete="new-password"
          aria-describedby="key-passphrase-hint"
        />
      </div>
      <PreparedAct intent="register-holder-key" prepare={prepare} label={t("key.make")} working={t("key.working")} />
    </details>
  );
}

/** Brings a key back from its file; nothing is sent. */
export function LoadKey() {
  const { t } = useTranslation("sealing");
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const load = async () => {
    const [chosen] = Array.from(file.current?.files ?? []);
    setSaid(t("key.working"));
    const { readKeyFile } = await import("../../../protocol/sealing/key-file.ts");
    const { readPrivateKey } = await import("../../../protocol/sealing/key-pair.ts");
    const pair = chosen ? await readKeyFile(await chosen.text(), passphrase.current?.value ?? "") : null;
    if (pair === null) return setSaid(t("key.unreadable"));
    await keepHolderKey(pair.publicKey, await readPrivateKey(pair));
    pair.privateKey.fill(0);
    setSaid(t("key.loaded"));
  };
  return (
    <details className="disclosure">
      <summary>{t("key.load")}</summary>
      <div className="field">
        <label htmlFor="key-file">{t("key.file")}</label>
        <input id="key-file" className="control" type="file" accept=".json,application/json" ref={file} />
      </div>
      <div className="field">
        <label htmlFor="key-file-passphrase">{t("key.passphrase")}</label>
        <input
          id="key-file-passphrase"
          className="control"
          type="password"
          ref={passphrase}
          autoComplete="current-password"
        />
      </div>
      <p role="status">{said}</p>
      <Button type="button" onClick={() => void load()}>
        {t("key.loadButton")}
      </Button>
    </details>
  );
}
