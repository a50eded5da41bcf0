/**
 * What is left of a text when case, punctuation, spaces, quotation marks, hyphens and national spelling are taken away:
 * two texts with the same plain words differ editorially only (rule D12).
 */

/** British spelling on the left. Both sides of a comparison pass through, so a wrong word made here does no harm. */
const spellings: [RegExp, string][] = [
  [/(met|lit|fib|cent|theat|spect|calib|lust|nit)re(s?)$/, "$1er$2"],
  [/^(col|vap|behavi|harb|hon|lab|fav|hum|neighb|arm|od|tum|rig|vig|endeav)our/, "$1or"],
  [/is(e|ed|es|er|ers|ing|ation|ations|able)$/, "iz$1"],
  [/ys(e|ed|es|er|ers|ing)$/, "yz$1"],
  [/^(\w{3,})ll(ed|ing|er|ers)$/, "$1l$2"],
  [/sulph/, "sulf"],
  [/alumini?um/, "aluminum"],
  [/^caesium/, "cesium"],
  [/haem/, "hem"],
  [/manoeuv(re|er)/, "maneuver"],
  [/^manoeuvr/, "maneuver"],
  [/^programme(s?)$/, "program$1"],
  [/(catalog|analog|dialog)ue(s?)$/, "$1$2"],
  [/^(licen|defen|offen)ce/, "$1se"],
  [/^mould/, "mold"],
  [/^grey/, "gray"],
  [/^tyre/, "tire"],
  [/^disc(s?)$/, "disk$1"],
  [/^ageing$/, "aging"],
  [/^artefact/, "artifact"],
  [/^travell/, "travel"],
  [/^fibre/, "fiber"],
  [/^centre/, "center"],
  [/^liquif/, "liquef"],
  [/^micrometer(s?)$/, "micron$1"],
];

function american(word: string): string {
  return spellings.reduce((spelt, [pattern, put]) => spelt.replace(pattern, put), word);
}

/** Numbers in one form: `0,15` and `0.15`, `14,000` and `14 000`. */
function plainNumbers(text: string): string {
  return text
    .replace(/(?<![\d.,])(\d{1,3})((?:[,\u00a0\u2009\u202f ]\d{3})+)(?!\d)(\.\d+)?/g, (_, head, groups, rest) => {
      return `${head}${groups.replace(/\D/g, "")}${rest ?? ""}`;
    })
    .replace(/(\d),(\d)/g, "$1.$2");
}

/** Keeps what carries meaning in a threshold: signs, comparators, per cent, degrees, powers. */
const bare = /[^\p{L}\p{N}.<>≤≥=%‰°±+−×/*]+/gu;

/** The words of a text in their plain form. */
export function plainWords(text: string): string[] {
  const lower = plainNumbers(text)
    .toLowerCase()
    .replace(/µ/g, "μ")
    .normalize("NFC")
    .replace(/(?<=\d)(?=[\p{L}°%])/gu, " ")
    .replace(/(^|[\s(])[-–−](?=\d)/g, "$1−");
  return lower
    .replace(bare, " ")
    .replace(/\.(?!\d)|(?<!\d)\./g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .map(american);
}

/** Equal for texts that differ editorially only: `micro-organisms` and `microorganisms` too. */
export function plainText(text: string): string {
  return plainWords(text)
    .join(" ")
    .replace(/(?<=\p{L}) (?=\p{L})/gu, "");
}
