/**
 * Every way each of the fourteen sub-kinds can go to each of its ends (domain.md §2, §3.2), transcribed by hand. A
 * step is `verb T-number status`: what happens, the last row of the transition table it takes, where it leads.
 */
export interface Life {
  readonly name: string;
  readonly steps: readonly string[];
}

const REJECTED = "reject T13 FIRST_REVIEW_REJECTED";
const REVISION_ASKED = "revise T14 NEEDS_REVISION";
const DOMAIN_FAILED = "bureau:DOMAIN_FAIL T33 MIIT_RETURNED";
const RECORD_ERROR = "bureau:RECORD_ERROR:1008 T31 MIIT_RETURNED";
const SMS_TIMED_OUT = "bureau:SMS_TIMEOUT T40 SMS_RETURNED";
const SMS_LOCKED = "bureau:SMS_LOCKED T39 SMS_RETURNED";
const REFUSED = "bureau:REFUSE T44 BUREAU_REJECTED";
const EDITED = "resubmit T42 PENDING_FIRST_REVIEW";
const UNCHANGED = "resubmit-unchanged T41 PENDING_BUREAU_SUBMISSION";
const ABANDONED = "abandon T21 ABANDONED";
const WITHDRAWN = "withdraw T05 DRAFT";

type Named = readonly [name: string, ...steps: string[]];

const livesOf = (...lives: readonly Named[]): Life[] => lives.map(([name, ...steps]) => ({ name, steps }));

/** Detours and early ends that depend on the first review alone; `approved`: from the queue to the good end. */
function inFirstReview(approved: readonly string[], submitRow: string): Named[] {
  return [
    ["at once", ...approved],
    [
      "rejected → resubmitted",
      REJECTED,
      `resubmit ${submitRow === "T49" ? "T49" : "T17"} PENDING_FIRST_REVIEW`,
      ...approved,
    ],
    [
      "needs revision → revised",
      REVISION_ASKED,
      `resubmit ${submitRow === "T49" ? "T49" : "T18"} REVISED_PENDING_REVIEW`,
      ...approved,
    ],
    ["rejected → abandoned", REJECTED, ABANDONED],
    ["needs revision → abandoned", REVISION_ASKED, ABANDONED],
    ["rejected → nobody came back", REJECTED, "wait:46 T22 ABANDONED"],
    ["needs revision → nobody came back", REVISION_ASKED, "wait:46 T22 ABANDONED"],
  ];
}

/** What may be withdrawn: everything but cancellations and deregistrations. */
function withdrawn(approved: readonly string[], submitRow: string): Named[] {
  const again = `resubmit ${submitRow} PENDING_FIRST_REVIEW`;
  return [
    ["withdrawn → resubmitted", WITHDRAWN, again, ...approved],
    ["withdrawn → abandoned", WITHDRAWN, "abandon T03 ABANDONED"],
    [
      "revised → withdrawn → resubmitted",
      REVISION_ASKED,
      revisedBy(submitRow),
      "withdraw T20 DRAFT",
      again,
      ...approved,
    ],
  ];
}

function revisedBy(submitRow: string): string {
  return `resubmit ${submitRow === "T49" ? "T49" : "T18"} REVISED_PENDING_REVIEW`;
}

/** Returns by the bureau; `pushed`: from the queue to the push, `ended`: the bureau's approval. */
function returnedBy(
  returns: readonly (readonly [string, string])[],
  pushed: readonly string[],
  ended: string,
): Named[] {
  return returns.flatMap(([name, returned]): Named[] => [
    [`${name} → edited`, ...pushed, returned, EDITED, ...pushed, ended],
    [`${name} → abandoned`, ...pushed, returned, ABANDONED],
  ]);
}

function unchanged(pushed: readonly string[], ended: string): Named[] {
  return [
    ["codes not answered in time → resubmitted unchanged", ...pushed, SMS_TIMED_OUT, UNCHANGED, ended],
    ["locked by wrong codes → resubmitted unchanged", ...pushed, SMS_LOCKED, UNCHANGED, ended],
    ["both, one after the other", ...pushed, SMS_TIMED_OUT, UNCHANGED, SMS_LOCKED, UNCHANGED, ended],
  ];
}

const BY_RECORD = ["record error", RECORD_ERROR] as const;
const BY_DOMAIN = ["domain check failed", DOMAIN_FAILED] as const;
const BY_TIMEOUT = ["codes not answered in time", SMS_TIMED_OUT] as const;
const BY_LOCK = ["locked by wrong codes", SMS_LOCKED] as const;
const BY_REFUSAL = ["refused by the bureau", REFUSED] as const;

/** First filings, additions and changes: domain check, codes, review. */
function filing(): Life[] {
  const pushed = ["approve T10 PENDING_BUREAU_SUBMISSION"];
  const ended = "bureau:APPROVE T43 FILED";
  const approved = [...pushed, ended];
  return livesOf(
    ...inFirstReview(approved, "T04"),
    ...withdrawn(approved, "T04"),
    [
      "approved → withdrawn → resubmitted",
      ...pushed,
      "withdraw T25 DRAFT",
      "resubmit T04 PENDING_FIRST_REVIEW",
      ...approved,
    ],
    ...returnedBy([BY_RECORD, BY_DOMAIN, BY_TIMEOUT, BY_LOCK, BY_REFUSAL], pushed, ended),
    ...unchanged(pushed, ended),
  );
}

/** Cancellations and deregistrations the customer asked for: he confirms after the first review, each time. */
function removal(end: string, returns: readonly (readonly [string, string])[]): Life[] {
  const awaiting = "approve T11 AWAITING_CUSTOMER_CONFIRMATION";
  const pushed = [awaiting, "confirm T23 PENDING_BUREAU_SUBMISSION"];
  const ended = `bureau:APPROVE T43 ${end}`;
  return livesOf(
    ...inFirstReview([...pushed, ended], "T04"),
    ["abandoned in the queue", "abandon T06 ABANDONED"],
    ["abandoned instead of confirmed", awaiting, "abandon T24 ABANDONED"],
    ["confirmation expired", awaiting, "wait:16 T24 ABANDONED"],
    ["confirmed → abandoned before the push", ...pushed, "abandon T06 ABANDONED"],
    ...returnedBy(returns, pushed, ended),
    ...(returns.includes(BY_TIMEOUT) ? unchanged(pushed, ended) : []),
  );
}

/** A forced cancellation belongs to a lead: nobody confirms, and only he can edit or abandon it. */
function forced(): Life[] {
  const pushed = ["approve T10 PENDING_BUREAU_SUBMISSION"];
  const ended = "bureau:APPROVE T43 CANCELLED_ACCESS";
  const again = "lead-resubmit T56 PENDING_FIRST_REVIEW";
  const givenUp = "lead-abandon T57 ABANDONED";
  return livesOf(
    ["at once", ...pushed, ended],
    ["rejected → resubmitted by a lead", REJECTED, again, ...pushed, ended],
    ["needs revision → revised by a lead", REVISION_ASKED, again, ...pushed, ended],
    ["record error → edited by a lead", ...pushed, RECORD_ERROR, again, ...pushed, ended],
    ["refused by the bureau → edited by a lead", ...pushed, REFUSED, again, ...pushed, ended],
    ["abandoned in the queue by a lead", givenUp],
    ["approved → abandoned by a lead", ...pushed, givenUp],
    ["rejected → abandoned by a lead", REJECTED, givenUp],
    ["record error → abandoned by a lead", ...pushed, RECORD_ERROR, givenUp],
    ["refused by the bureau → abandoned by a lead", ...pushed, REFUSED, givenUp],
    ["rejected → nobody came back", REJECTED, "wait:46 T22 ABANDONED"],
  );
}

function claim(): Life[] {
  const approved = ["approve T12 CLAIMED"];
  return livesOf(...inFirstReview(approved, "T49"), ...withdrawn(approved, "T49"));
}

const DEREGISTRATION_RETURNS = [BY_RECORD, BY_TIMEOUT, BY_LOCK, BY_REFUSAL];

export const LIVES: Readonly<Record<string, readonly Life[]>> = {
  FIRST_FILING: filing(),
  "ADD_ACCESS/OURS": filing(),
  "ADD_ACCESS/OTHER": filing(),
  "ADD_SERVICE/OURS": filing(),
  "ADD_SERVICE/OTHER": filing(),
  CHANGE_ENTITY: filing(),
  CHANGE_SERVICE: filing(),
  CHANGE_BOTH: filing(),
  "CANCEL_ACCESS/VOLUNTARY": removal("CANCELLED_ACCESS", [BY_RECORD, BY_REFUSAL]),
  "CANCEL_ACCESS/FORCED": forced(),
  DEREGISTER_ENTITY: removal("DEREGISTERED", DEREGISTRATION_RETURNS),
  DEREGISTER_SERVICE: removal("DEREGISTERED", DEREGISTRATION_RETURNS),
  CLAIM: claim(),
  TRANSFER: livesOf(["at once"]),
};

/** The straight road of each sub-kind, row by row. */
export const STRAIGHT_ROADS: Readonly<Record<string, string>> = {
  FIRST_FILING: "T01 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  "ADD_ACCESS/OURS": "T01 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  "ADD_ACCESS/OTHER": "T01 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  "ADD_SERVICE/OURS": "T01 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  "ADD_SERVICE/OTHER": "T01 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  CHANGE_ENTITY: "T46 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  CHANGE_SERVICE: "T46 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  CHANGE_BOTH: "T46 T04 T07 T10 T27 T29 T32 T34 T36 T37 T43",
  "CANCEL_ACCESS/VOLUNTARY": "T46 T04 T07 T11 T23 T27 T30 T43",
  "CANCEL_ACCESS/FORCED": "T47 T07 T10 T27 T30 T43",
  DEREGISTER_ENTITY: "T46 T04 T07 T11 T23 T27 T50 T34 T36 T37 T43",
  DEREGISTER_SERVICE: "T46 T04 T07 T11 T23 T27 T50 T34 T36 T37 T43",
  CLAIM: "T01 T49 T07 T12",
  TRANSFER: "T48",
};
