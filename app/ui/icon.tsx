/** The icons, drawn here so that no glyph of a font stands for a meaning. 16 × 16, in the colour of the text. */
const shapes = {
  tick: <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  cross: <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
  yes: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.3 2.2 2.2 4.2-4.7" fill="none" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  "no-objection": (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m5 8.2 2.1 2.1 3.9-4.3" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  discuss: (
    <>
      <path d="M8 1.5 15 14H1z" fill="currentColor" />
      <path d="M8 6v4m0 1.2v1.4" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  no: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  abstain: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M4.8 8h6.4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  recuse: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m3.8 12.2 8.4-8.4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2 2" />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 4.5V8l2.4 1.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  fault: (
    <>
      <path d="M8 2 14.5 13.5h-13z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
      <path d="M8 6v3.6m0 1v1.4" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  up: <path d="M8 14V3m-4.5 4L8 2.5 12.5 7" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  down: <path d="M8 2v11m-4.5-4L8 13.5 12.5 9" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  right: <path d="M2 8h11m-4-4.5L13.5 8 9 12.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  plus: <path d="M8 2.5v11M2.5 8h11" stroke="currentColor" strokeWidth="1.8" />,
  pen: <path d="m3 13 .8-3L11 2.8 13.2 5 6 12.2z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  comment: <path d="M2 3h12v8H7l-3 3v-3H2z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  people: (
    <>
      <circle cx="5.5" cy="5.5" r="2.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M1 13.5c0-2.7 1.8-4.3 4.5-4.3s4.5 1.6 4.5 4.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M10 3.2a2.5 2.5 0 0 1 0 4.6m1.6 1.9c2 .5 3.1 1.9 3.1 3.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </>
  ),
  link: (
    <path
      d="M6.5 9.5 9.5 6.5M7 4.5 9 2.6a3 3 0 0 1 4.3 4.3L11.4 9M9 11.5l-2 1.9a3 3 0 0 1-4.3-4.3L4.6 7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m10.5 10.5 3.5 3.5" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;

/** Decoration beside a word; give `label` only where it stands alone. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return label === undefined ? (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  ) : (
    <svg className="icon" viewBox="0 0 16 16" role="img" aria-label={label}>
      {shapes[name]}
    </svg>
  );
}
