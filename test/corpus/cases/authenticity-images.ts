import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { evidenceOf, imageOf } from "../bending";
import { addFile, fileOf } from "../bending-services";
import { type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
/** The certificate is the first paper of a unit, the front of the ID that of an individual. */
const FIRST_PAPER = "materials[0].sha256";
const MEGABYTES_4 = 4_194_304;

type Image = ReturnType<typeof imageOf>;

function certificate(change: Partial<Image>): (application: Application) => void {
  return (application) => {
    Object.assign(imageOf(application, "ENTITY_CERTIFICATE"), change);
  };
}

function idFront(change: Partial<Image>): (application: Application) => void {
  return (application) => {
    Object.assign(imageOf(application, "ERP_ID_FRONT"), change);
  };
}

/** colour, sharpness, edges and glare. */
const QUALITY_CASES: readonly CorpusCase[] = [
  violates("R-082", "not in colour", FIRST, certificate({ colour: false }), [`R-082 ${FIRST_PAPER}`]),
  violates("R-082", "blurred", FIRST, certificate({ sharp: false }), [`R-082 ${FIRST_PAPER}`]),
  violates("R-082", "an edge cut off", company("ADD_ACCESS/OURS"), certificate({ edgesComplete: false }), [
    `R-082 ${FIRST_PAPER}`,
  ]),
  violates("R-082", "glare", company("CHANGE_ENTITY"), certificate({ glare: true }), [
    `R-082 ${FIRST_PAPER}`,
  ]),
  violates("R-082", "a blurred ID in a claim", individual("CLAIM"), idFront({ sharp: false }), [
    `R-082 ${FIRST_PAPER}`,
  ]),
  violates(
    "R-082",
    "blurred, and nobody looked for glare",
    FIRST,
    certificate({ sharp: false, glare: null }),
    [`R-082 ${FIRST_PAPER}`],
  ),
  nearMiss("R-082", "a bad picture that is not of this order", FIRST, (application) => {
    evidenceOf(application).images?.push({
      sha256: "0f".repeat(32),
      colour: false,
      sharp: false,
      glare: true,
    });
  }),
  cannotTell("R-082", "nobody looked at the sharpness", FIRST, certificate({ sharp: null }), [
    `R-082? ${FIRST_PAPER}`,
  ]),
  cannotTell(
    "R-082",
    "nobody looked at the certificate",
    FIRST,
    (application) => {
      const evidence = evidenceOf(application);
      const { sha256 } = imageOf(application, "ENTITY_CERTIFICATE");
      evidence.images = (evidence.images ?? []).filter((image) => image.sha256 !== sha256);
    },
    [`R-082? ${FIRST_PAPER}`, `R-083? ${FIRST_PAPER}`],
  ),
];

/** re-shoots, copies and electronic certificates. */
const ORIGINAL_CASES: readonly CorpusCase[] = [
  violates("R-083", "photographed from a screen", FIRST, certificate({ screenReshoot: true }), [
    `R-083 ${FIRST_PAPER}`,
  ]),
  violates("R-083", "a colour copy", company("ADD_SERVICE/OTHER"), certificate({ copy: true }), [
    `R-083 ${FIRST_PAPER}`,
  ]),
  violates("R-083", "a black and white copy", FIRST, certificate({ copy: true, colour: false }), [
    `R-082 ${FIRST_PAPER}`,
    `R-083 ${FIRST_PAPER}`,
  ]),
  violates("R-083", "an electronic licence", FIRST, certificate({ documentKind: "E_LICENCE" }), [
    `R-083 ${FIRST_PAPER}`,
  ]),
  violates("R-083", "an ID from a screen in a claim", individual("CLAIM"), idFront({ screenReshoot: true }), [
    `R-083 ${FIRST_PAPER}`,
  ]),
  violates("R-083", "a copy, re-shoot unknown", FIRST, certificate({ copy: true, screenReshoot: null }), [
    `R-083 ${FIRST_PAPER}`,
  ]),
  nearMiss(
    "R-083",
    "an electronic licence in Shanghai is a question for a person",
    company("FIRST_FILING", { province: "310000" }),
    certificate({ documentKind: "E_LICENCE" }),
  ),
  nearMiss("R-083", "a picture taken for a copy that is not of this order", FIRST, (application) => {
    evidenceOf(application).images?.push({ sha256: "0f".repeat(32), copy: true, screenReshoot: true });
  }),
  cannotTell("R-083", "nobody looked for a re-shoot", FIRST, certificate({ screenReshoot: null }), [
    `R-083? ${FIRST_PAPER}`,
  ]),
  cannotTell("R-083", "nobody looked for a copy", individual("CLAIM"), idFront({ copy: null }), [
    `R-083? ${FIRST_PAPER}`,
  ]),
];

/** the files as they were received. */
const FILE_CASES: readonly CorpusCase[] = [
  violates(
    "R-086",
    "a certificate as PDF",
    FIRST,
    (application, files) => {
      fileOf(application, files, "ENTITY_CERTIFICATE").mediaType = "application/pdf";
    },
    [`R-086 ${FIRST_PAPER}`],
  ),
  violates(
    "R-086",
    "a certificate of another picture format",
    company("CHANGE_ENTITY"),
    (application, files) => {
      fileOf(application, files, "ENTITY_CERTIFICATE").mediaType = "image/gif";
    },
    [`R-086 ${FIRST_PAPER}`],
  ),
  violates(
    "R-086",
    "a certificate one byte too large",
    FIRST,
    (application, files) => {
      fileOf(application, files, "ENTITY_CERTIFICATE").bytes = MEGABYTES_4 + 1;
    },
    [`R-086 ${FIRST_PAPER}`],
  ),
  violates(
    "R-086",
    "an ID as PDF in a claim",
    individual("CLAIM"),
    (application, files) => {
      fileOf(application, files, "ERP_ID_FRONT").mediaType = "application/pdf";
    },
    [`R-086 ${FIRST_PAPER}`],
  ),
  violates(
    "R-086",
    "a verification photo as PDF",
    company("FIRST_FILING", { sameSrp: true }),
    (application, files) => {
      fileOf(application, files, "LIVENESS_PHOTO").mediaType = "application/pdf";
    },
    ["R-086 materials[5].sha256"],
  ),
  nearMiss("R-086", "a certificate of the largest size", FIRST, (application, files) => {
    fileOf(application, files, "ENTITY_CERTIFICATE").bytes = MEGABYTES_4;
  }),
  nearMiss("R-086", "a certificate as PNG", FIRST, (application, files) => {
    fileOf(application, files, "ENTITY_CERTIFICATE").mediaType = "image/png";
  }),
  ...(["SRP_AUTHORIZATION", "FILING_UNDERTAKING", "CONSTRUCTION_PLAN", "PRE_APPROVAL"] as const).map((kind) =>
    nearMiss("R-086", `${kind} as PDF`, FIRST, (application, files) => {
      addFile(application, files, kind, { mediaType: "application/pdf", bytes: 300_000 });
    }),
  ),
  cannotTell(
    "R-086",
    "nobody knows the file of the certificate",
    FIRST,
    (application, files) => {
      files.splice(files.indexOf(fileOf(application, files, "ENTITY_CERTIFICATE")), 1);
    },
    [`R-086? ${FIRST_PAPER}`],
  ),
];

/** a person decides, whatever the machine saw. */
const HUMAN_CASES: readonly CorpusCase[] = [
  nearMiss("R-084", "a watermark for another purpose", FIRST, certificate({ watermarkText: "仅供贷款使用" })),
  nearMiss("R-085", "a certificate that may be edited", FIRST, certificate({ tamperSuspected: true })),
  nearMiss("R-085", "an ID that may be edited", individual("CLAIM"), idFront({ tamperSuspected: true })),
  nearMiss(
    "R-088",
    "an electronic licence with a change in Shanghai",
    company("CHANGE_ENTITY", { province: "310000" }),
    certificate({ documentKind: "E_LICENCE" }),
  ),
  nearMiss(
    "R-089",
    "a Hainan licence that may be edited",
    company("FIRST_FILING", { province: "460000" }),
    certificate({ tamperSuspected: true }),
  ),
  nearMiss(
    "R-079",
    "an undertaking that may be edited",
    company("FIRST_FILING", { province: "440000" }),
    (application) => {
      imageOf(application, "FILING_UNDERTAKING").tamperSuspected = true;
    },
  ),
];

export const IMAGE_CASES: readonly CorpusCase[] = [
  ...QUALITY_CASES,
  ...ORIGINAL_CASES,
  ...FILE_CASES,
  ...HUMAN_CASES,
];
