/** The bar above and the line below every page. */
import { Form, Link, NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FrameData } from "../root.tsx";
import { PersonMark } from "./badge.tsx";
import { Button } from "./button.tsx";
import { timeIn } from "./time.tsx";

type Viewer = FrameData["viewer"];

/** The menu: what exists for this reader. */
function menuOf(viewer: Viewer): [string, string][] {
  if (viewer === null)
    return [
      ["/list", "list"],
      ["/public", "public"],
      ["/rules", "rules"],
    ];
  return [
    ["/", "desk"],
    ["/candidates", "candidates"],
    ["/ballots", "ballots"],
    ["/calendar", "calendar"],
    ["/recommendations", "recommendations"],
    ["/review-rounds", "rounds"],
    ["/list", "list"],
    ["/library", "library"],
    ["/members", "members"],
  ];
}

export function TopBar({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation("frame");
  const place = viewer === null ? t("publicPlace") : (viewer.memberName ?? viewer.title);
  return (
    <>
      <a className="skip" href="#text">
        {t("skip")}
      </a>
      <header className="top">
        <div className="top-inner">
          <Link className="brand" to="/">
            {t("name")}
          </Link>
          <span className="brand-place">{place}</span>
          <nav aria-label={t("menu")} className="menu-nav">
            <ul className="menu">
              {menuOf(viewer).map(([to, word]) => (
                <li key={to}>
                  <NavLink to={to} end={to === "/"}>
                    {t(`nav.${word}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="top-end">
            {viewer ? <PersonMenu viewer={viewer} /> : <Link to="/sign-in">{t("account.signIn")}</Link>}
          </div>
        </div>
      </header>
    </>
  );
}

function PersonMenu({ viewer }: { viewer: NonNullable<Viewer> }) {
  const { t } = useTranslation("frame");
  return (
    <details className="person-menu">
      <summary>
        <span className="unseen">{t("account.menu")}: </span>
        <PersonMark name={viewer.name} colour={viewer.colour} />
      </summary>
      <div className="person-menu-sheet">
        <div>
          <strong>{viewer.name}</strong>
          <p className="note">{viewer.title}</p>
          {viewer.memberName ? <p className="note">{viewer.memberName}</p> : null}
        </div>
        <Link to="/account">{t("account.account")}</Link>
        <Form method="post" action="/sign-out">
          <Button>{t("account.signOut")}</Button>
        </Form>
      </div>
    </details>
  );
}

const offsetFormatters = new Map<string, Intl.DateTimeFormat>();

/** The offset of a zone at an instant, in words: `UTC+2`. */
function offsetOf(now: number, zone: string): string {
  const formatter =
    offsetFormatters.get(zone) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" });
  offsetFormatters.set(zone, formatter);
  const named = formatter.formatToParts(now).find((part) => part.type === "timeZoneName");
  return named?.value.replace("GMT", "UTC") ?? "UTC";
}

export function Footer({ viewer, now }: { viewer: Viewer; now: number | null }) {
  const { t } = useTranslation("frame");
  const zone = viewer?.zone ?? "UTC";
  return (
    <footer className="foot">
      <div className="foot-inner">
        {now === null ? null : (
          <span>
            {timeIn(now, zone)} ·{" "}
            {viewer ? t("foot.times", { city: viewer.city, offset: offsetOf(now, zone) }) : t("foot.utc")}
          </span>
        )}
        <span className="foot-end">
          <Link to="/rules">{t("foot.rules")}</Link>
          <Link to="/records/log">{t("foot.log")}</Link>
          <Link to="/public">{t("foot.public")}</Link>
        </span>
      </div>
    </footer>
  );
}
