/** The room of one text: the live editor, comments and faults beside it, its versions. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommentDraft } from "~/components/definition/comment-form.tsx";
import { DefinitionHead } from "~/components/definition/definition-head.tsx";
import { ExportSection } from "~/components/definition/export-section.tsx";
import { LiveText } from "~/components/definition/live-text.tsx";
import { Rail } from "~/components/definition/rail.tsx";
import { StartForms } from "~/components/definition/start-forms.tsx";
import { VersionTable } from "~/components/definition/version-table.tsx";
import type { EditorHandle, LiveFault } from "~/editor/definition-editor.tsx";
import { performAct } from "~/form.ts";
import { loadPage, requireViewer } from "~/page.ts";
import { initialsOf } from "~/ui/badge.tsx";
import { LiveRefresh } from "~/ui/live-refresh.tsx";
import { PrintedFoot } from "~/ui/printed-foot.tsx";
import "~/components/definition/definition.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.candidate.title ?? "Definition"}: text · Plenary` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireViewer(args);
  return {
    page: await loadPage(args, "definitionPage", { candidate: args.params.candidate! }),
    person: {
      personId: viewer.personId,
      name: viewer.name,
      initials: initialsOf(viewer.name),
      delegation: viewer.memberName ?? viewer.title,
    },
    now: args.context.now,
  };
}

const intents = [
  "start-definition",
  "freeze-version",
  "waive-fault",
  "make-comment",
  "follow-up-comment",
  "dispose-comment",
  "reopen-comment",
  "agree-disposition",
  "withdraw-comment",
  "admit-comment",
  "sustain-comment",
  "acknowledge-mention",
] as const;

export async function action(args: ActionFunctionArgs) {
  return performAct(args, intents, { fields: { candidate: args.params.candidate! } });
}

export default function DefinitionRoom() {
  const { page, person, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("definition");
  const text = useRef<HTMLDivElement>(null);
  const handle = useRef<EditorHandle | null>(null);
  const [isReady, setReady] = useState(false);
  const [draft, setDraft] = useState<CommentDraft | null>(null);
  const [chosenComment, setChosenComment] = useState<string | null>(null);
  const [liveFaults, setLiveFaults] = useState<LiveFault[] | null>(null);
  const mending = useMemo(
    () => ({
      mayWrite: page.may["edit-definition"] === null,
      goTo: (key: string) => void handle.current?.goToFault(key),
      fix: (key: string, fix: string, choice: string | null) => void handle.current?.fixFault(key, fix, choice),
      termsPage: `/committees/${page.committee.code}/terms`,
    }),
    [page.may, page.committee.code],
  );

  // My comment has arrived: its form has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of my last comment is the sign.
  useEffect(() => setDraft(null), [page.lastOwnComment]);

  const onSelectComment = useCallback(
    (commentId: string) => {
      setChosenComment(commentId);
      const number = page.comments.find((comment) => comment.id === commentId)?.number;
      const card = document.getElementById(`comment-${number}`);
      const place = card?.getBoundingClientRect();
      // The text stays under the pointer where any of the card is in sight.
      const isInSight = place !== undefined && place.top < window.innerHeight - 80 && place.bottom > 80;
      if (!isInSight) card?.scrollIntoView({ block: "nearest" });
    },
    [page.comments],
  );
  const onGoTo = useCallback((commentId: string) => {
    setChosenComment(commentId);
    handle.current?.goToComment(commentId);
  }, []);

  return (
    <div className="definition-room printed">
      <LiveRefresh topics={page.topics} />
      <DefinitionHead page={page} now={now} />
      {page.clauses.length === 0 && page.may["start-definition"] === null ? <StartForms page={page} /> : null}
      <div className="definition-columns">
        <LiveText
          page={page}
          person={person}
          place={text}
          onComment={setDraft}
          onSelectComment={onSelectComment}
          onReady={(ready) => {
            handle.current = ready;
            setReady(true);
          }}
          onFaults={setLiveFaults}
        />
        <Rail
          page={page}
          text={text}
          draft={draft}
          onDrop={() => setDraft(null)}
          chosenComment={chosenComment}
          onGoTo={isReady ? onGoTo : undefined}
          liveFaults={liveFaults}
          mending={liveFaults === null ? null : mending}
        />
      </div>
      <VersionTable page={page} />
      {page.clauses.length > 0 ? (
        <ExportSection slug={page.candidate.slug} version="head" others={page.versions} />
      ) : null}
      <PrintedFoot>
        {page.equalTo === null
          ? t("version.printedDraft", {
              reference: page.candidate.reference,
              time: new Date(page.changedAt).toISOString(),
            })
          : t("version.printed", {
              reference: page.candidate.reference,
              number: page.equalTo,
              words: page.versions.at(-1)?.words.join(" "),
            })}
      </PrintedFoot>
    </div>
  );
}

export { PageFault as ErrorBoundary } from "~/ui/page-fault.tsx";
