/** The sign-ins that the demo's pages and the start of the server show. */
import { firstSecretariat, seedPeople } from "./cast.ts";
import { emailOf } from "./found-regime.ts";

/** Printed for everybody, so it protects nothing: the demo regime is invented throughout. */
export const demoPassword = "one text, many delegations";

const signIn = (name: string, does: string) => {
  const person = seedPeople.find((one) => one.name === name) ?? { name, member: null };
  return { name, email: emailOf(person), does };
};

export const demoSignIns: { name: string; email: string; does: string }[] = [
  signIn("Aino Laine", "expert, holds an industry seat of Finland in the quantum committee"),
  signIn("Maarten de Wit", "expert, holds the seats of the Netherlands for quantum and semiconductors"),
  signIn("Claire Bouchard", "chair of the quantum committee, holds the seat of Canada"),
  signIn(
    "Kenji Takahashi",
    "vice-chair of the quantum committee, the second person of its chair; holds the seat of Japan",
  ),
  signIn("Chen Yi-ting", "chair of the semiconductor committee, holds the seat of Taiwan"),
  signIn("Inés Rubio", "government official, replies for Spain in review rounds"),
  signIn("Anton Gruber", "secretariat of the quantum and semiconductor committees"),
  signIn(firstSecretariat.name, "secretariat of the regime, keeps the register"),
  signIn("Helena Nováková", "observer in the quantum committee"),
];
