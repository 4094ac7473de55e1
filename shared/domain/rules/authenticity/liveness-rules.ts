import { imageEvidence } from "../document-view";
import { FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, needsHuman, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { type SrpLiveness, srpLiveness, takenLiveness } from "./liveness-entries";

/** The liveness verification and its photo. */
export const LIVENESS_RULES: readonly Rule[] = [
  rule({
    id: "R-072",
    group: "AUT",
    title: { zh: "真实性核验未通过", en: "Liveness not passed" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["liveness[].passed"],
    needs: [],
    severity: "block",
    check: "fully",
    outcome: "REJECT",
    message: { zh: "真实性核验未完成或未通过", en: "Liveness verification missing or failed" },
    params: ["srpName"],
    templates: ["T-AUT-01"],
    source: "seed §1-6 liveness step, table 1-4",
    judge: (input) =>
      srpLiveness(input)
        .filter(({ entry }) => entry?.passed !== true)
        .map(({ entry, srpName }) => {
          const place = entry === null ? "liveness" : `${entry.path}.passed`;
          return violated(place, { srpName }, [at(place)]);
        }),
  }),
  rule({
    id: "R-073",
    group: "AUT",
    title: { zh: "核验人不是服务负责人", en: "Liveness person is not the SRP" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["liveness[].photoSha256"],
    needs: ["evidence.faces"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "核验人与服务负责人证件不符", en: "Face does not match the SRP ID" },
    params: ["srpName"],
    templates: ["T-AUT-01"],
    source: "seed §1 s4; HW-KB doc_0077",
    thresholds: { minScore: 0.8 },
    judge: (input, { minScore }) =>
      takenLiveness(input).flatMap((taken): RuleResult[] => {
        const faces = facesOf(input, taken);
        const wrong = faces.find(
          ({ face }) => face.matched === false || (typeof face.score === "number" && face.score < minScore),
        );
        if (wrong !== undefined) {
          const evidence = [at(`${wrong.path}.matched`), at(`${wrong.path}.score`)];
          return [violated(taken.place, { srpName: taken.srpName }, evidence)];
        }
        const told = faces.some(({ face }) => face.matched === true || typeof face.score === "number");
        return told ? [] : [cannotCheck(taken.place, "evidence.faces")];
      }),
  }),
  rule({
    id: "R-074",
    group: "AUT",
    title: { zh: "核验照背景不合格", en: "Photo background not white" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["liveness[].photoSha256"],
    needs: ["evidence.images[].background"],
    severity: "block",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "核验照背景须为无杂物的白墙", en: "Background must be a plain white wall" },
    params: ["srpName"],
    templates: ["T-AUT-01"],
    source: "seed §1 s4; seed2 L18",
    judge: (input) =>
      takenLiveness(input).flatMap(({ place, photoSha256, srpName }): RuleResult[] => {
        if (photoSha256 === null) return [];
        const seen = imageEvidence(input, photoSha256);
        const background = seen?.image.background;
        if (seen === null || !background) return [cannotCheck(place, "evidence.images[].background")];
        return background === "WHITE" ? [] : [violated(place, { srpName }, [at(`${seen.path}.background`)])];
      }),
  }),
  rule({
    id: "R-075",
    group: "AUT",
    title: { zh: "核验照人像不合格", en: "Photo pose or dress unfit" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["liveness[].photoSha256"],
    needs: ["evidence.images"],
    severity: "block",
    check: "human",
    outcome: "REJECT",
    message: {
      zh: "面部遮挡、着装不整或未露双肩",
      en: "Face covered, untidy dress, or shoulders cut",
    },
    params: ["srpName"],
    templates: ["T-AUT-01"],
    source: "seed §1 s4; seed2 L18",
    question: {
      zh: "面部无遮挡、着装整齐、露出双肩吗？",
      en: "Is the face uncovered, the dress tidy, and are both shoulders visible?",
    },
    judge: (input) =>
      takenLiveness(input).flatMap(({ place, photoSha256 }) =>
        photoSha256 === null ? [] : [needsHuman(place, [at(place)])],
      ),
  }),
  rule({
    id: "R-076",
    group: "AUT",
    title: { zh: "核验照陈旧或重复", en: "Photo old or reused" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["liveness[].photoSha256", "liveness[].capturedAt"],
    needs: ["context.photoIndex", "evidence.images[].duplicateOf"],
    severity: "warn",
    check: "partly",
    outcome: "REJECT",
    message: { zh: "核验照疑似重复使用，请重新核验", en: "Photo looks reused; verify again" },
    params: [],
    templates: ["T-AUT-02"],
    source: "TX-docs 办理拍照.md",
    judge: (input) => takenLiveness(input).flatMap((taken) => judgeReuse(input, taken)),
  }),
  rule({
    id: "R-077",
    group: "AUT",
    title: { zh: "视频核验未完成", en: "Video verification pending" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["videoVerification"],
    needs: [],
    severity: "block",
    check: "human",
    outcome: "REVISE",
    message: { zh: "须按约定完成视频核验", en: "Attend the agreed video verification" },
    params: ["time"],
    templates: ["T-AUT-03"],
    source: "seed2 L13; HW-KB doc_0064",
    question: {
      zh: "本单须做视频核验，尚无完成记录，是否已完成？",
      en: "This order needs a video verification and shows none completed. Has it taken place?",
    },
    judge: ({ application: { videoVerification: video } }) =>
      video?.required === true && video.completed !== true
        ? [needsHuman("videoVerification", [at("videoVerification")], true)]
        : [],
  }),
];

function facesOf({ application }: RuleInput, { serviceIndex }: SrpLiveness) {
  return (application.evidence?.faces ?? [])
    .map((face, place) => ({ face, path: `evidence.faces[${place}]` }))
    .filter(({ face }) => serviceIndex === null || (face.serviceIndex ?? 0) === serviceIndex);
}

/** A hash that another order of another person used, or a likeness that the image check found. */
function judgeReuse(
  input: RuleInput,
  { place, photoSha256 }: SrpLiveness & { readonly place: string },
): RuleResult[] {
  if (photoSha256 === null) return [];
  const { photosUsed } = input.facts;
  const used = photosUsed?.find(({ sha256 }) => sha256 === photoSha256);
  if (used !== undefined) return [violated(place, {}, [fact("context.photoIndex", used.orderNo)])];
  const seen = imageEvidence(input, photoSha256);
  if (seen?.image.duplicateOf) return [violated(place, {}, [at(`${seen.path}.duplicateOf`)])];
  if (photosUsed === null) return [cannotCheck(place, "context.photoIndex")];
  return seen === null ? [cannotCheck(place, "evidence.images[].duplicateOf")] : [];
}
