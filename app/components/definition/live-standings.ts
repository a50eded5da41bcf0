/**
 * Where the words of comments stand while the text is being written: read from what the open editor shows, so that a card says
 * at once that its words are gone. Null until an editor is open; what the page was handed holds until then.
 */
import { type RefObject, useEffect, useState } from "react";
import type { CommentData } from "./definition-types.ts";

type Standing = CommentData["place"]["standing"];
export type LiveStandings = ReadonlyMap<string, Standing>;

/** Typing is not waited for; a card may follow it by a moment. */
const quiet_ms = 400;

const plain = (words: string) => words.normalize("NFC").replaceAll(/\s+/gu, " ").trim();

function standingsIn(text: HTMLElement, comments: CommentData[]): LiveStandings | null {
  if (text.querySelector(".ProseMirror") === null) return null;
  const anchors = [...text.querySelectorAll<HTMLElement>("[data-comment]")];
  const anchored = new Set(anchors.map((anchor) => anchor.dataset.comment));
  const clauses = new Map(
    [...text.querySelectorAll<HTMLElement>(".ProseMirror [data-nid]")].map((clause) => [clause.dataset.nid, clause]),
  );
  return new Map(
    comments.map((comment): [string, Standing] => {
      const { standing } = comment.place;
      if (comment.nid === "") return [comment.id, "whole"];
      const clause = clauses.get(comment.nid);
      // Of comments on the same words the text marks one only, so the words themselves are asked too.
      const holds = clause !== undefined && plain(clause.textContent ?? "").includes(plain(comment.quote));
      if (holds) return [comment.id, "stands"];
      if (anchored.has(comment.id)) return [comment.id, standing === "elsewhere" ? standing : "stands"];
      return [comment.id, clause === undefined ? "clause-gone" : "words-gone"];
    }),
  );
}

const isSame = (one: LiveStandings | null, other: LiveStandings | null) =>
  one === other ||
  (one !== null && other !== null && one.size === other.size && [...one].every(([id, kind]) => other.get(id) === kind));

/** Follows the text; a change of it that moves no comment changes nothing on the page. */
export function useLiveStandings(text: RefObject<HTMLElement>, comments: CommentData[]): LiveStandings | null {
  const [standings, setStandings] = useState<LiveStandings | null>(null);
  useEffect(() => {
    const place = text.current;
    if (!place || comments.length === 0) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = standingsIn(place, comments);
      setStandings((before) => (isSame(before, now) ? before : now));
    };
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, quiet_ms);
    };
    const watch = new MutationObserver(soon);
    watch.observe(place, { childList: true, characterData: true, subtree: true });
    soon();
    return () => {
      clearTimeout(waiting);
      watch.disconnect();
    };
  }, [text, comments]);
  return standings;
}

/** The comment with where it stands now. */
export function standingNow(comment: CommentData, standings: LiveStandings | null): CommentData {
  const standing = standings?.get(comment.id);
  if (standing === undefined || standing === comment.place.standing) return comment;
  return { ...comment, place: { ...comment.place, standing, removedIn: null } };
}
