/** Who changes sides, whose they are, and how many stand where. */
import { useTranslation } from "react-i18next";
import { SideSign, sideName, sideNames } from "./marks.tsx";
import type { Sided } from "./picture-data.ts";

/** Country of the maker, and whether it is a member. */
export function MakerOf({ system }: { system: Sided["system"] }) {
  const { t } = useTranslation("consequence");
  const { maker, country, member } = system;
  const name = country === null ? t("systems.noCountry") : (member ?? countryName(country));
  return (
    <span>
      {maker}, {name}
      {member ? <span className="note"> ({t("systems.member")})</span> : null}
    </span>
  );
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function SideCounts({ sides }: { sides: Sided[] }) {
  const { t } = useTranslation("consequence");
  const counts = new Map(
    sideNames.map((side) => [side, sides.filter(({ before, after }) => sideName(before, after) === side).length]),
  );
  return (
    <ul className="side-counts">
      {sideNames
        .filter((side) => counts.get(side)! > 0 || side === "in" || side === "out")
        .map((side) => (
          <li key={side}>
            <SideSign side={side} />
            <strong>{counts.get(side)}</strong> {t(`sideCount.${side}`, { count: counts.get(side) })}
          </li>
        ))}
    </ul>
  );
}

/** Only those that change sides. */
export function ChangedSides({ sides }: { sides: Sided[] }) {
  const { t } = useTranslation("consequence");
  const changed = sides.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return null;
  return (
    <ul className="rows changed-sides">
      {changed.map(({ system, before, after }) => (
        <li key={system.id}>
          <span className="line">
            <SideSign side={sideName(before, after)} />
            <strong>{system.name}</strong>
            <span>
              {t(`side.${before}`)} → {t(`side.${after}`)}
            </span>
          </span>
          <p className="note">
            <MakerOf system={system} />
          </p>
        </li>
      ))}
    </ul>
  );
}
