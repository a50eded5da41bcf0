/** The catalogue of words: one namespace a room. English is complete; the other languages come as further folders. */
import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { english } from "./english.ts";

export function createWords(): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: english },
    ns: Object.keys(english),
    defaultNS: "frame",
    interpolation: { escapeValue: false },
    initImmediate: false,
    react: { useSuspense: false },
  });
  return words;
}
