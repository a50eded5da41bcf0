/**
 * What stands at the foot of every printed page: which text it is. It is the footer group of the page's table layout in
 * print, which browsers repeat on each page and for which they keep the room.
 */
import type { ReactNode } from "react";
import "./printed-foot.css";

export function PrintedFoot({ children }: { children: ReactNode }) {
  return <footer className="printed-foot">{children}</footer>;
}
