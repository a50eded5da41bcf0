/** With which earlier version a reader compares the text of a ballot. */
import { expect, test } from "vitest";
import { chosenBasis, textBases } from "../../../domain/ballot/text-basis.ts";

const looks = [
  { number: 6, at: 60 },
  { number: 7, at: 70 },
];
const positions = [
  { version: 5, at: 50 },
  { version: 3, at: 30 },
  { version: null, at: 10 },
];

test("[P2] the latest position and the latest look on earlier versions, and the version before", () => {
  expect(textBases({ number: 8, positions, looks })).toEqual([
    { why: "position", number: 5, at: 50 },
    { why: "look", number: 7, at: 70 },
  ]);
  expect(textBases({ number: 7, positions, looks })).toEqual([
    { why: "position", number: 5, at: 50 },
    { why: "look", number: 6, at: 60 },
  ]);
  expect(textBases({ number: 5, positions, looks: [] })).toEqual([
    { why: "position", number: 3, at: 30 },
    { why: "version", number: 4, at: null },
  ]);
  expect(textBases({ number: 6, positions, looks: [{ number: 5, at: 55 }] })).toEqual([
    { why: "position", number: 5, at: 50 },
  ]);
  expect(textBases({ number: 1, positions: [], looks: [{ number: 1, at: 1 }] })).toEqual([]);
});

test("the text that the reader knows best is chosen, unless another is asked for", () => {
  const bases = textBases({ number: 8, positions, looks });
  expect(chosenBasis(bases)).toMatchObject({ why: "look", number: 7 });
  expect(chosenBasis(bases, "position")).toMatchObject({ number: 5 });
  expect(chosenBasis(bases, "nonsense")).toMatchObject({ why: "look" });
  expect(chosenBasis(bases, "whole")).toBeNull();
  const first = textBases({ number: 2, positions: [], looks: [] });
  expect(chosenBasis(first)).toMatchObject({ why: "version", number: 1 });
  expect(chosenBasis([])).toBeNull();
});
