import { company, individual } from "../base-orders";
import { evidenceOf, imageOf } from "../bending";
import { companyApp, faceFacts, livenessOf, photoOf } from "../bending-services";
import { asItIs, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const TWO_SITES = company("FIRST_FILING", { services: ["WEBSITE", "WEBSITE"] });
const PHOTO = "liveness[0].photoSha256";

/** whether the SRP passed the liveness check. */
const PASSED_CASES: readonly CorpusCase[] = [
  violates(
    "R-072",
    "the check failed",
    FIRST,
    (application) => {
      livenessOf(application).passed = false;
    },
    ["R-072 liveness[0].passed"],
  ),
  violates(
    "R-072",
    "nobody says whether it passed",
    companyApp("FIRST_FILING"),
    (application) => {
      livenessOf(application).passed = null;
    },
    ["R-072 liveness[0].passed"],
  ),
  violates(
    "R-072",
    "nobody was checked",
    individual("ADD_SERVICE/OURS"),
    (application) => {
      application.liveness = [];
    },
    ["R-072 liveness"],
  ),
  violates(
    "R-072",
    "the document leaves liveness out",
    company("CHANGE_SERVICE"),
    (application) => {
      delete application.liveness;
    },
    ["R-072 liveness"],
  ),
  violates(
    "R-072",
    "a change of the entity without a check",
    company("CHANGE_ENTITY"),
    (application) => {
      application.liveness = [];
    },
    ["R-072 liveness"],
  ),
  violates(
    "R-072",
    "the one check of an entity change failed",
    individual("CHANGE_ENTITY"),
    (application) => {
      livenessOf(application).passed = false;
    },
    ["R-072 liveness[0].passed"],
  ),
  nearMiss("R-072", "failed at first and passed then", FIRST, (application) => {
    application.liveness?.push({ ...livenessOf(application) });
    livenessOf(application).passed = false;
  }),
  nearMiss("R-072", "an entity change with the check of any SRP", company("CHANGE_ENTITY"), (application) => {
    livenessOf(application).serviceIndex = 1;
    faceFacts(application).serviceIndex = 1;
  }),
  nearMiss("R-072", "a cancellation asks for none", company("CANCEL_ACCESS/VOLUNTARY"), asItIs),
  nearMiss("R-072", "a claim asks for none", company("CLAIM"), asItIs),
];

/** whether the face is the SRP's. */
const FACE_CASES: readonly CorpusCase[] = [
  violates(
    "R-073",
    "another face with a high score",
    FIRST,
    (application) => {
      Object.assign(faceFacts(application), { matched: false, score: 0.95 });
    },
    [`R-073 ${PHOTO}`],
  ),
  violates(
    "R-073",
    "a score just under the threshold",
    individual("FIRST_FILING"),
    (application) => {
      faceFacts(application).score = 0.79;
    },
    [`R-073 ${PHOTO}`],
  ),
  violates(
    "R-073",
    "another face at the second website",
    TWO_SITES,
    (application) => {
      faceFacts(application, 1).matched = false;
    },
    ["R-073 liveness[1].photoSha256"],
  ),
  violates(
    "R-073",
    "another face in an entity change",
    company("CHANGE_ENTITY"),
    (application) => {
      Object.assign(faceFacts(application), { matched: false, score: 0.2 });
    },
    [`R-073 ${PHOTO}`],
  ),
  nearMiss("R-073", "a score on the threshold", FIRST, (application) => {
    faceFacts(application).score = 0.8;
  }),
  nearMiss("R-073", "another face of a service that the order has not", FIRST, (application) => {
    evidenceOf(application).faces?.push({ serviceIndex: 7, matched: false, score: 0.1 });
  }),
  cannotTell(
    "R-073",
    "no comparison at all",
    FIRST,
    (application) => {
      delete evidenceOf(application).faces;
    },
    [`R-073? ${PHOTO}`],
  ),
  cannotTell(
    "R-073",
    "the second website was not compared",
    TWO_SITES,
    (application) => {
      evidenceOf(application).faces?.pop();
    },
    ["R-073? liveness[1].photoSha256"],
  ),
  cannotTell(
    "R-073",
    "a comparison without a result",
    companyApp("ADD_SERVICE/OURS"),
    (application) => {
      Object.assign(faceFacts(application), { matched: null, score: null });
    },
    [`R-073? ${PHOTO}`],
  ),
];

/** the background of the photo. */
const BACKGROUND_CASES: readonly CorpusCase[] = [
  ...["GREY", "OTHER"].map((background) =>
    violates(
      "R-074",
      `background ${background}`,
      FIRST,
      (application) => {
        imageOf(application, "LIVENESS_PHOTO").background = background;
      },
      [`R-074 ${PHOTO}`],
    ),
  ),
  violates(
    "R-074",
    "a grey wall behind an individual",
    individual("CHANGE_BOTH"),
    (application) => {
      imageOf(application, "LIVENESS_PHOTO").background = "GREY";
    },
    [`R-074 ${PHOTO}`],
  ),
  nearMiss("R-074", "a certificate photographed on a grey table", FIRST, (application) => {
    imageOf(application, "ENTITY_CERTIFICATE").background = "GREY";
  }),
  cannotTell(
    "R-074",
    "nobody looked at the background",
    FIRST,
    (application) => {
      delete imageOf(application, "LIVENESS_PHOTO").background;
    },
    [`R-074? ${PHOTO}`],
  ),
];

/** photos that were used elsewhere. */
const REUSE_CASES: readonly CorpusCase[] = [
  violates(
    "R-076",
    "the image check knows the photo",
    FIRST,
    (application) => {
      imageOf(application, "LIVENESS_PHOTO").duplicateOf = "earlier-photo-77";
    },
    [`R-076 ${PHOTO}`],
  ),
  violates("R-076", "another person's order has the photo", FIRST, asItIs, [`R-076 ${PHOTO}`], {
    facts: { photosUsed: [{ sha256: photoOf(FIRST), orderNo: "ICP20260101000001" }] },
  }),
  nearMiss("R-076", "a certificate that was seen before", FIRST, (application) => {
    imageOf(application, "ENTITY_CERTIFICATE").duplicateOf = "earlier-certificate-77";
  }),
  nearMiss("R-076", "another photo was used elsewhere", FIRST, asItIs, [], {
    facts: { photosUsed: [{ sha256: "0f".repeat(32), orderNo: "ICP20260101000001" }] },
  }),
  cannotTell("R-076", "nobody looked for the photo", FIRST, asItIs, [`R-076? ${PHOTO}`], {
    facts: { photosUsed: null },
  }),
];

/** a person decides, whatever the machine saw. */
const HUMAN_CASES: readonly CorpusCase[] = [
  nearMiss("R-077", "the video verification is still to come", FIRST, (application) => {
    application.videoVerification = { required: true, completed: false, at: "2026-03-04T02:00:00Z" };
  }),
  nearMiss(
    "R-077",
    "an individual's video verification is still to come",
    individual("CHANGE_SERVICE"),
    (application) => {
      application.videoVerification = { required: true };
    },
  ),
  nearMiss("R-075", "the photo may be edited", FIRST, (application) => {
    imageOf(application, "LIVENESS_PHOTO").tamperSuspected = true;
  }),
];

export const LIVENESS_CASES: readonly CorpusCase[] = [
  ...PASSED_CASES,
  ...FACE_CASES,
  ...BACKGROUND_CASES,
  ...REUSE_CASES,
  ...HUMAN_CASES,
];
