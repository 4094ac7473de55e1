/** How it ends, the script of `live`, the status at the end, and rows that the order takes one after the other. */
export type Ending = readonly [how: string, script: string, end: string, rows: string];

/** What every order of the customer can do before the bureau sees it; `SUBMIT` is the row of its submission. */
function beforeReview(submitRow: string): Ending[] {
  const open = "create submit claim";
  return [
    ["abandoned as a draft", "create edit abandon", "ABANDONED", "T02 T03"],
    ["abandoned as a draft by a lead who makes room", "create abandon@lead", "ABANDONED", "T58"],
    ["abandoned after a rejection", `${open} reject abandon`, "ABANDONED", `${submitRow} T07 T13 T21`],
    ["abandoned after a request for revision", `${open} requestRevision abandon`, "ABANDONED", "T14 T21"],
    ["given up 45 days after a rejection", `${open} reject +46-days expire`, "ABANDONED", "T13 T22"],
    ["given up 45 days after a request", `${open} requestRevision +46-days expire`, "ABANDONED", "T14 T22"],
  ];
}

/** Detours through the first review that end like the straight road; `approved` is the rest of it. */
function detours(approved: string, end: string, submitAgain: readonly [string, string]): Ending[] {
  const open = "create submit claim";
  const [afterReject, afterRevision] = submitAgain;
  return [
    ["after a rejection", `${open} reject edit submit claim ${approved}`, end, `T13 T17 ${afterReject} T07`],
    [
      "after a revision",
      `${open} requestRevision edit submit claim ${approved}`,
      end,
      `T14 T18 ${afterRevision} T19`,
    ],
    ["after an undo", `${open} approve undoVerdict@holder ${approved}`, end, "T53"],
    [
      "after a wrong rejection reopened",
      `${open} reject +undo-window reopen release@lead claim ${approved}`,
      end,
      "T59 T08",
    ],
  ];
}

/** Withdrawals, for the types that may (everything but cancellations and deregistrations). */
function withdrawals(approved: string, end: string, submitRow: string): Ending[] {
  return [
    [
      "after a withdrawal from the queue",
      `create submit withdraw edit submit claim ${approved}`,
      end,
      `T05 T02 ${submitRow}`,
    ],
    [
      "after a withdrawal from the reviewer",
      `create submit claim withdraw submit claim ${approved}`,
      end,
      "T09",
    ],
    [
      "after a withdrawal of the revised order",
      `create submit claim requestRevision edit submit withdraw submit claim ${approved}`,
      end,
      "T20",
    ],
    ["abandoned after a withdrawal", "create submit withdraw abandon", "ABANDONED", "T05 T03"],
  ];
}

/** Returns by the bureau: each can be resubmitted to the end, and abandoned. `again` leads from editing to the push. */
function returns(
  toBureau: string,
  fails: readonly (readonly [string, string, string])[],
  again: string,
  end: string,
): Ending[] {
  return fails.flatMap(([how, script, row]): Ending[] => [
    [`after ${how}`, `${toBureau} ${script} edit submit claim ${again}`, end, `${row} T42 T42 T07`],
    [`abandoned after ${how}`, `${toBureau} ${script} abandon`, "ABANDONED", `${row} T21`],
    [`abandoned by a lead after ${how}`, `${toBureau} ${script} abandon@lead`, "ABANDONED", `${row} T58`],
  ]);
}

const SMS = "domainCheckPassed codeSent verify:ALL";
const CHECKED_ROAD = `approve +undo-window push uploadAccepted ${SMS} bureauApproved`;
const CHECKED_PUSH = "create submit claim approve +undo-window push";
const CHECKED_FAILS = [
  ["a failed domain check", "uploadAccepted domainCheckFailed", "T29 T33"],
  ["a record error at once", "recordRejected", "T31"],
  ["a record error during the domain check", "uploadAccepted recordRejected", "T31"],
  ["a record error during the SMS check", "uploadAccepted domainCheckPassed recordRejected", "T31"],
  ["a record error during the review", `uploadAccepted ${SMS} recordRejected`, "T31"],
  ["the SMS time running out", "uploadAccepted domainCheckPassed codeSent timeout", "T34 T40"],
  ["the sixth wrong code", "uploadAccepted domainCheckPassed codeSent verify:WRONG verify:LOCKED", "T38 T39"],
  ["the bureau's refusal", `uploadAccepted ${SMS} bureauRejected`, "T37 T44"],
] as const;

/** First filings, additions and changes: domain check, SMS, bureau. */
function checkedLives(createRow: string): Ending[] {
  const toBureau = `${CHECKED_PUSH} uploadAccepted`;
  const resubmit = "+undo-window push uploadAccepted";
  return [
    [
      "straight",
      `create submit claim ${CHECKED_ROAD}`,
      "FILED",
      `${createRow} T04 T07 T10 T27 T29 T32 T34 T37 T43`,
    ],
    [
      "with two persons, a wrong code and a resend",
      `${toBureau} domainCheckPassed codeSent resend verify:WRONG verify:ONE verify:ALL bureauApproved`,
      "FILED",
      "T35 T38 T36 T37",
    ],
    [
      "after a failed and an unknown upload",
      `${CHECKED_PUSH} uploadFailed push outcomeUnknown uploadAccepted ${SMS} bureauApproved`,
      "FILED",
      "T28 T27 T54 T29",
    ],
    [
      "after an SMS return resubmitted unchanged",
      `${toBureau} domainCheckPassed codeSent timeout resubmitUnchanged ${resubmit} ${SMS} bureauApproved`,
      "FILED",
      "T40 T41 T27",
    ],
    [
      "after a withdrawal before the push",
      `create submit claim approve withdraw submit claim ${CHECKED_ROAD}`,
      "FILED",
      "T10 T25 T04",
    ],
    [
      "after a recall by a lead",
      `create submit claim approve +undo-window recall release@lead claim ${CHECKED_ROAD}`,
      "FILED",
      "T26 T08 T07 T10",
    ],
    ...beforeReview("T04"),
    ...detours(CHECKED_ROAD, "FILED", ["T17", "T18"]),
    ...withdrawals(CHECKED_ROAD, "FILED", "T04"),
    ...returns(CHECKED_PUSH, CHECKED_FAILS, CHECKED_ROAD, "FILED"),
  ];
}

/** An APP added to an unchanged entity: nobody is asked for a code. */
const WITHOUT_SMS: Ending = [
  "without an SMS check",
  "create submit claim approve +undo-window push:silent uploadAccepted domainCheckPassed bureauApproved",
  "FILED",
  "T29 T55 T43",
];

/** Cancellations and deregistrations asked for by the customer: a confirmation, no withdrawal. */
function removalLives(
  road: string,
  rows: string,
  end: string,
  fails: Parameters<typeof returns>[1],
): Ending[] {
  const approved = `approve confirm +undo-window push ${road}`;
  const toBureau = "create submit claim approve confirm +undo-window push";
  return [
    ["straight", `create submit claim ${approved}`, end, `T46 T04 T07 T11 T23 T27 ${rows} T43`],
    ["abandoned in the queue", "create submit abandon", "ABANDONED", "T04 T06"],
    ["abandoned under review", "create submit claim abandon", "ABANDONED", "T07 T06"],
    [
      "abandoned as revised order",
      "create submit claim requestRevision edit submit abandon",
      "ABANDONED",
      "T18 T06",
    ],
    ["abandoned instead of confirmed", "create submit claim approve abandon", "ABANDONED", "T11 T24"],
    ["given up unconfirmed", "create submit claim approve +16-days expire", "ABANDONED", "T11 T24"],
    ["abandoned before the push", "create submit claim approve confirm abandon", "ABANDONED", "T23 T06"],
    ...beforeReview("T04"),
    ...detours(approved, end, ["T17", "T18"]),
    ...returns(toBureau, fails, approved, end),
  ];
}

const CANCEL_FAILS = [
  ["a record error at once", "recordRejected", "T31"],
  ["a record error during the review", "uploadAccepted recordRejected", "T30 T31"],
  ["the bureau's refusal", "uploadAccepted bureauRejected", "T30 T44"],
] as const;
const DEREGISTER_FAILS = [
  ["a record error during the SMS check", "uploadAccepted recordRejected", "T50 T31"],
  ["the SMS time running out", "uploadAccepted codeSent timeout", "T34 T40"],
  ["the sixth wrong code", "uploadAccepted codeSent verify:LOCKED", "T39"],
  ["the bureau's refusal", "uploadAccepted codeSent verify:ALL bureauRejected", "T37 T44"],
] as const;
const DEREGISTER_ROAD = "uploadAccepted codeSent verify:ALL bureauApproved";

/** A lead's forced cancellation: no customer, no confirmation, no SMS. */
const FORCED_ROAD = "approve +undo-window push uploadAccepted bureauApproved";
const FORCED_PUSH = "forceCancelAccess claim approve +undo-window push";
const FORCED_LIVES: readonly Ending[] = [
  ["straight", `forceCancelAccess claim ${FORCED_ROAD}`, "CANCELLED_ACCESS", "T47 T07 T10 T27 T30 T43"],
  [
    "after a rejection",
    `forceCancelAccess claim reject edit submit claim ${FORCED_ROAD}`,
    "CANCELLED_ACCESS",
    "T13 T56 T56",
  ],
  [
    "after a revision",
    `forceCancelAccess claim requestRevision edit submit claim ${FORCED_ROAD}`,
    "CANCELLED_ACCESS",
    "T14 T56 T56 T07",
  ],
  [
    "after a record error",
    `${FORCED_PUSH} recordRejected edit submit claim ${FORCED_ROAD}`,
    "CANCELLED_ACCESS",
    "T31 T56",
  ],
  [
    "after the bureau's refusal",
    `${FORCED_PUSH} uploadAccepted bureauRejected edit submit claim ${FORCED_ROAD}`,
    "CANCELLED_ACCESS",
    "T44 T56",
  ],
  ["abandoned in the queue", "forceCancelAccess abandon", "ABANDONED", "T47 T57"],
  ["abandoned under review", "forceCancelAccess claim abandon", "ABANDONED", "T07 T57"],
  ["abandoned after a rejection", "forceCancelAccess claim reject abandon", "ABANDONED", "T13 T57"],
  ["abandoned after a request", "forceCancelAccess claim requestRevision abandon", "ABANDONED", "T14 T57"],
  [
    "given up 45 days after a rejection",
    "forceCancelAccess claim reject +46-days expire",
    "ABANDONED",
    "T22",
  ],
  ["abandoned before the push", "forceCancelAccess claim approve abandon", "ABANDONED", "T10 T57"],
  [
    "abandoned after the bureau's refusal",
    `${FORCED_PUSH} uploadAccepted bureauRejected abandon`,
    "ABANDONED",
    "T44 T57",
  ],
  ["abandoned after a record error", `${FORCED_PUSH} recordRejected abandon`, "ABANDONED", "T31 T57"],
];

const CLAIM_LIVES: readonly Ending[] = [
  ["straight", "create submit claim approve", "CLAIMED", "T01 T49 T07 T12"],
  ...beforeReview("T49"),
  ...detours("approve", "CLAIMED", ["T49", "T49"]),
  ...withdrawals("approve", "CLAIMED", "T49"),
];

/** Every way in which an order of each sub-kind can end, by hand from the table (domain.md §3.2). */
export const LIVES: Readonly<Record<string, readonly Ending[]>> = {
  FIRST_FILING: checkedLives("T01"),
  "ADD_ACCESS/OURS": checkedLives("T01"),
  "ADD_ACCESS/OTHER": checkedLives("T01"),
  "ADD_SERVICE/OURS": [...checkedLives("T01"), WITHOUT_SMS],
  "ADD_SERVICE/OTHER": [...checkedLives("T01"), WITHOUT_SMS],
  CHANGE_ENTITY: checkedLives("T46"),
  CHANGE_SERVICE: checkedLives("T46"),
  CHANGE_BOTH: checkedLives("T46"),
  "CANCEL_ACCESS/VOLUNTARY": removalLives(
    "uploadAccepted bureauApproved",
    "T30",
    "CANCELLED_ACCESS",
    CANCEL_FAILS,
  ),
  "CANCEL_ACCESS/FORCED": FORCED_LIVES,
  DEREGISTER_ENTITY: removalLives(DEREGISTER_ROAD, "T50 T34 T37", "DEREGISTERED", DEREGISTER_FAILS),
  DEREGISTER_SERVICE: removalLives(DEREGISTER_ROAD, "T50 T34 T37", "DEREGISTERED", DEREGISTER_FAILS),
  CLAIM: CLAIM_LIVES,
  TRANSFER: [["straight", "transfer", "TRANSFERRED", "T48"]],
};
