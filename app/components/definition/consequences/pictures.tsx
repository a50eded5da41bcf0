/** The plane of the two quantities that the text joins, and the ladder of the one that is moved; drawn once wide and once narrow. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import type { Conditions } from "../../../../domain/definition/consequences/conditions.ts";
import type { ConsequencesData } from "./consequences-data.ts";
import { Ladder } from "./ladder.tsx";
import type { Moving } from "./moving.tsx";
import { boxesOf, figureOn, type Point, planeOf, type Sided } from "./picture-data.ts";
import { Plane } from "./plane.tsx";
import { axisName } from "./plane-frame.tsx";

type Props = {
  page: ConsequencesData;
  sides: Sided[];
  after: Conditions;
  isMoved: boolean;
  moving: Moving;
  marked: string | null;
  onMark: (id: string | null) => void;
};

/** The screen shows the one that fits it, and print the wide one. */
const shapes = [
  { name: "wide", width: 860, height: 540 },
  { name: "narrow", width: 380, height: 460 },
] as const;

function Legend() {
  const { t } = useTranslation("consequence");
  return (
    <ul className="picture-legend">
      <li>
        <span className="swatch swatch-present" aria-hidden="true" /> {t("legend.present")}
      </li>
      <li>
        <span className="swatch swatch-proposed" aria-hidden="true" /> {t("legend.proposed")}
      </li>
    </ul>
  );
}

export function Pictures({ page, sides, after, isMoved, moving, marked, onMark }: Props) {
  const { t } = useTranslation("consequence");
  const axes = useMemo(() => planeOf(page.conditions), [page.conditions]);
  const boxes = useMemo(
    () => (axes ? { before: boxesOf(page.conditions.ways, axes), after: boxesOf(after.ways, axes) } : null),
    [axes, page.conditions, after],
  );
  const points: Point[] = axes
    ? sides.flatMap((sided) => {
        const [x, y] = [figureOn(sided.system, axes[0]), figureOn(sided.system, axes[1])];
        return x === null && y === null ? [] : [{ ...sided, x, y }];
      })
    : [];
  const { threshold } = moving;
  const isOnPlane = axes?.some(({ key }) => key === threshold.key) ?? false;
  const axis = { key: threshold.key, quantity: threshold.quantity, unit: threshold.unit };
  return (
    <>
      {axes && boxes ? (
        <Section title={t("plane.heading", { x: axisName(axes[0]), y: axisName(axes[1]) })} note={<Legend />}>
          {shapes.map(({ name, width, height }) => (
            <div key={name} className={`picture-${name}`}>
              <Plane
                id={`plane-${name}`}
                width={width}
                height={height}
                axes={axes}
                points={points}
                thresholds={page.thresholds}
                before={boxes.before}
                after={boxes.after}
                isMoved={isMoved}
                moving={isOnPlane ? moving : null}
                marked={marked}
                onMark={onMark}
              />
            </div>
          ))}
          <p className="note picture-hint">{t("plane.hint")}</p>
        </Section>
      ) : null}
      <Section title={t("ladder.heading", { quantity: axisName(axis) })}>
        {shapes.map(({ name, width }) => (
          <div key={name} className={`picture-${name}`}>
            <Ladder
              width={width}
              axis={axis}
              systems={sides}
              thresholds={page.thresholds}
              labels={page.labels}
              moving={moving}
              marked={marked}
              onMark={onMark}
            />
          </div>
        ))}
      </Section>
    </>
  );
}
