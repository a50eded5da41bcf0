/** The nonce of this answer's scripts, handed to every page on the server, also to one that failed before its data came. */
import { createContext, useContext } from "react";

export const Nonce = createContext("");

/** Browsers hide the nonce of an attribute; the property still has it, so hydration finds the same value. */
export function useNonce(): string {
  const nonce = useContext(Nonce);
  if (typeof document === "undefined") return nonce;
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}
