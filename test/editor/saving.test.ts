import { describe, expect, it } from "vitest";
import { patienceMilliseconds, SavingTracker } from "../../app/editor/saving.ts";

function tracker() {
  let now = 1_000;
  const saving = new SavingTracker(() => now);
  const connect = () => {
    saving.opened();
    saving.sent(true);
  };
  return { saving, connect, wait: (milliseconds: number) => (now += milliseconds) };
}

describe("saving", () => {
  it("is saved only when every frame of this connection is acknowledged", () => {
    const { saving, connect } = tracker();
    connect();
    expect(saving.read()).toEqual({ state: "untouched" });
    saving.edited();
    saving.sent(false);
    saving.edited();
    saving.sent(false);
    expect(saving.read()).toEqual({ state: "saving" });
    saving.acknowledged(2);
    expect(saving.read()).toEqual({ state: "saving" });
    saving.acknowledged(3);
    expect(saving.read()).toEqual({ state: "saved", at: 1_000 });
  });

  it("says at once that what is typed without a connection is not saved", () => {
    const { saving, connect } = tracker();
    connect();
    saving.acknowledged(1);
    saving.closed();
    saving.edited();
    expect(saving.read()).toEqual({ state: "unsaved", since: 1_000 });
    expect(saving.isDirty).toBe(true);
  });

  it("does not take the silence of a new connection for success", () => {
    const { saving, connect } = tracker();
    connect();
    saving.edited();
    saving.sent(false);
    saving.closed();
    saving.opened();
    expect(saving.acknowledged(0)).toBe(false);
    expect(saving.read()).toEqual({ state: "saving" });
    saving.sent(true);
    expect(saving.acknowledged(0)).toBe(false);
    expect(saving.acknowledged(1)).toBe(true);
    expect(saving.read().state).toBe("saved");
  });

  it("calls an edit not saved when no answer comes for a while", () => {
    const { saving, connect, wait } = tracker();
    connect();
    saving.edited();
    saving.sent(false);
    wait(patienceMilliseconds + 1);
    expect(saving.read().state).toBe("unsaved");
    saving.acknowledged(2);
    expect(saving.read()).toEqual({ state: "saved", at: 1_000 + patienceMilliseconds + 1 });
  });
});
