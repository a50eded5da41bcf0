/** One stage for all tests of a file, a room of its own for each, and no complaint of a browser after any. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { openDefinition } from "../../coediting/committee.ts";
import { openStage, type Stage, seat } from "./stage.ts";

export type OpenedStage = Pick<Stage, "meeting" | "browser" | "files" | "complaints"> & {
  /** A definition without words. */
  newRoom: () => Promise<string>;
  /** A person at a page of their own in a room. */
  sit: (personId: string, room: string, more?: string) => Promise<Page>;
};

export function stageForTests(): OpenedStage {
  let stage: Stage;
  let roomCount = 0;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
  });
  afterEach(() => {
    expect(stage.complaints.splice(0)).toEqual([]);
  });
  return {
    get meeting() {
      return stage.meeting;
    },
    get browser() {
      return stage.browser;
    },
    get files() {
      return stage.files;
    },
    get complaints() {
      return stage.complaints;
    },
    async newRoom() {
      roomCount += 1;
      await openDefinition(stage.meeting.db, `room${roomCount}`);
      return `room${roomCount}`;
    },
    sit: (personId, room, more = "") => seat(stage, personId, `&room=${room}${more}`),
  };
}

/** Writes at the end of the text. */
export async function write(page: Page, words: string): Promise<void> {
  await page.locator(".law").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}
