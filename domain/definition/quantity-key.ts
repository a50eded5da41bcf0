/**
 * The form in which two names of a quantity are one quantity: thresholds of a text and published figures of real systems
 * meet by it (rule D3).
 */
import { plainText } from "./plain-words.ts";

/** Names that the field uses for one quantity, in their plain form; the last one is kept. */
const sameQuantity: Record<string, string> = {
  qubits: "physicalqubits",
  qubit: "physicalqubits",
  physicalqubit: "physicalqubits",
  numberofphysicalqubits: "physicalqubits",
  numberofqubits: "physicalqubits",
  twoqubitgateerror: "cnoterror",
  "2 qubitgateerror": "cnoterror",
  averagecnoterror: "cnoterror",
  tpp: "totalprocessingperformance",
  processingperformance: "totalprocessingperformance",
};

export function quantityKey(quantity: string): string {
  const plain = plainText(quantity.replace(/['‘’“”"]/g, ""));
  return sameQuantity[plain] ?? plain;
}
