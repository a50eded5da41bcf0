/** Work that waits for the browser to have nothing else to do, and stops before the next frame. */

/** Where a browser has no idle callbacks, slices of this length stand in for them. */
const sliceMilliseconds = 6;

type Deadline = { timeRemaining: () => number };

function ask(work: (deadline: Deadline) => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(work, { timeout: 1_000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(() => {
    const end = performance.now() + sliceMilliseconds;
    work({ timeRemaining: () => Math.max(0, end - performance.now()) });
  }, 1);
  return () => clearTimeout(handle);
}

/** Does one thing after the other in idle time, then `done`. Returns how to stop it. */
export function whenIdle<Thing>(things: Thing[], each: (thing: Thing) => unknown, done: () => void): () => void {
  let at = 0;
  let cancel: () => void;
  const work = (deadline: Deadline) => {
    do {
      if (at < things.length) each(things[at]!);
      at += 1;
    } while (at < things.length && deadline.timeRemaining() > 1);
    if (at >= things.length) done();
    else cancel = ask(work);
  };
  cancel = ask(work);
  return () => cancel();
}
