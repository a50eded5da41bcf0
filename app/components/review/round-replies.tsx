/** What members said, in the order in which they said it; a late word is shown as without effect (rule V10). */
import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import type { RoundData } from "./review-data.ts";
import { ReplyMark } from "./review-words.tsx";

export function RoundReplies({ replies }: { replies: RoundData["replies"] }) {
  const { t } = useTranslation("review");
  if (replies.length === 0) return null;
  return (
    <Section title={t("replies.title")}>
      <ol className="rows">
        {replies.map((reply) => (
          <li key={reply.number} className="round-reply">
            <p className="line">
              <strong>{reply.member}</strong>
              <ReplyMark word={reply.word} />
              <span className="note">
                <When at={reply.at} />
              </span>
              {reply.late ? <Badge tone="warn">{t("replies.late")}</Badge> : null}
            </p>
            {reply.reason ? <p className="prose">{reply.reason}</p> : null}
            {reply.text ? <blockquote className="law round-reply-text">{reply.text}</blockquote> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
