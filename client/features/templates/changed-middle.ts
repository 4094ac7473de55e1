/** A text in three parts: what both begin with, what differs, what both end with. */
export interface Middle {
  readonly start: string;
  readonly changed: string;
  readonly end: string;
}

/** Where two texts differ; `changed` of both is empty when they are the same. */
export function changedMiddle(before: string, after: string): { before: Middle; after: Middle } {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const parts = (text: readonly string[]): Middle => ({
    start: text.slice(0, start).join(""),
    changed: text.slice(start, text.length - end).join(""),
    end: text.slice(text.length - end).join(""),
  });
  return { before: parts(old), after: parts(now) };
}
