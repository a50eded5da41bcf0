/**
 * Remembers for the reader that the text was looked at: by itself once its end has been in sight for a while, or by a button
 * where no script runs. What merely fetches the address, as a scanner of mail does, sends neither.
 */
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { When } from "~/ui/time.tsx";
import type { BallotData } from "./ballot-data.ts";

/** So long the end of the text stays in sight before it counts as looked at. */
const sight_ms = 2_000;

/** Sent beside the page, which is not asked for again: the redline stays under the reader's eyes. */
function useLook(address: string) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (mark === null || typeof IntersectionObserver !== "function") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting !== true) return;
      timer = setTimeout(() => {
        if (document.visibilityState !== "visible") return;
        watch.disconnect();
        void fetch(address, { method: "POST", body: new URLSearchParams({ by: "script" }), keepalive: true }).catch(
          () => undefined,
        );
      }, sight_ms);
    });
    watch.observe(mark);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [address]);
  return end;
}

export function TextLook({ page }: { page: BallotData }) {
  const { t } = useTranslation("ballotText");
  const address = `/ballots/${page.ballot.slug}/look`;
  const end = useLook(address);
  return (
    <div className="text-look" ref={end}>
      {page.lookedAt === null ? (
        <Form method="post" action={address} className="stack-tight" preventScrollReset>
          <p>
            <Button>{t("look")}</Button>
          </p>
          <p className="note">{t("lookNote")}</p>
        </Form>
      ) : (
        <p className="note">
          {t("looked")} <When at={page.lookedAt} />. {t("lookedNote")}
        </p>
      )}
    </div>
  );
}
