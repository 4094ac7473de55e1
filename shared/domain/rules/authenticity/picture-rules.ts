import type { Evidence } from "../../filing/evidence";
import { MATERIAL_NAMES } from "../../materials/material-names";
import { ENTITY_FILINGS, FULL_FILINGS } from "../filing-sets";
import { isOfNature } from "../natures";
import { at, cannotCheck, needsHuman, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import type { RuleInput } from "../rule-input";
import { onePerFile, type Picture, picturesAt } from "./pictures";

type Image = NonNullable<Evidence["images"]>[number];

/** What each field of `evidence.images[]` must say of a good picture, by rule. */
const QUALITY = { colour: true, edgesComplete: true, sharp: true, glare: false } as const;
const ORIGINAL = { screenReshoot: false, copy: false } as const;

/** How the papers look as pictures. */
export const PICTURE_RULES: readonly Rule[] = [
  rule({
    id: "R-082",
    group: "AUT",
    title: { zh: "证件图片不合格", en: "Image quality unfit" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: ["materials[].sha256"],
    needs: ["evidence.images"],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "{material}须为原件彩色、边角完整、清晰",
      en: "{material} must be an original, colour, complete and sharp",
    },
    params: ["material"],
    templates: ["T-AUT-04"],
    source: "HW-KB doc_0062, doc_0024",
    judge: (input) => picturesAt(input).flatMap((picture) => judgeLook(picture, QUALITY)),
  }),
  rule({
    id: "R-083",
    group: "AUT",
    title: { zh: "翻拍或复印件", en: "Screen shot or copy" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: ["materials[].sha256"],
    needs: ["evidence.images[].screenReshoot", "evidence.images[].copy"],
    severity: "block",
    check: "partly",
    outcome: "REVISE",
    message: {
      zh: "{material}疑似隔屏翻拍或复印件",
      en: "{material} looks like a screen re-shoot or copy",
    },
    params: ["material"],
    templates: ["T-AUT-04"],
    source: "HW-KB doc_0062, doc_0024",
    judge: (input) =>
      picturesAt(input).flatMap((picture) => {
        const { material, place, seen } = picture;
        if (seen?.image.documentKind === "E_LICENCE" && !isAskedInShanghai(input, picture)) {
          const electronic = at(`${seen.path}.documentKind`);
          return [violated(place, { material: MATERIAL_NAMES[material.kind] }, [electronic])];
        }
        return judgeLook(picture, ORIGINAL);
      }),
  }),
  rule({
    id: "R-084",
    group: "AUT",
    title: { zh: "水印不合格", en: "Watermark unfit" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: ["materials[].sha256"],
    needs: ["evidence.images[].watermarkText"],
    severity: "warn",
    check: "human",
    outcome: "REVISE",
    message: {
      zh: "水印遮挡信息或用途不符",
      en: "Watermark hides data or names another purpose",
    },
    params: ["material"],
    templates: ["T-AUT-04"],
    source: "HW-KB doc_0062; TX-docs",
    question: {
      zh: "水印没有遮挡信息，且用途仅限备案吗？",
      en: "Does the watermark hide nothing and name filing as its only purpose?",
    },
    judge: (input) => [
      ...onePerFile(picturesAt(input)).flatMap(({ place, seen }) => {
        const text = seen?.image.watermarkText?.trim();
        if (seen === null || !text) return [];
        return [needsHuman(place, [at(place), at(`${seen.path}.watermarkText`)], !/备案|ICP/iu.test(text))];
      }),
      ...unseen(input),
    ],
  }),
  rule({
    id: "R-085",
    group: "AUT",
    title: { zh: "图片疑似篡改", en: "Image tampering suspected" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: ["materials[].sha256"],
    needs: ["evidence.images[].tamperSuspected"],
    severity: "block",
    check: "human",
    outcome: "REJECT",
    message: { zh: "图片疑似修改或合成", en: "Image seems edited or synthetic" },
    params: ["material"],
    templates: ["T-AUT-07"],
    source: "TX-docs 办理拍照.md",
    question: {
      zh: "图片没有修改或合成的痕迹吗？",
      en: "Are the pictures free of signs of editing or synthesis?",
    },
    judge: (input) => {
      const suspected = onePerFile(picturesAt(input)).flatMap(({ place, seen }) =>
        seen?.image.tamperSuspected === true
          ? [needsHuman(place, [at(place), at(`${seen.path}.tamperSuspected`)], true)]
          : [],
      );
      if (suspected.length > 0) return suspected;
      return picturesAt(input).length === 0 ? [] : [needsHuman("materials", [at("materials")])];
    },
  }),
];

/** Violated where one field says otherwise; not to be told while a field that could is missing. */
function judgeLook(
  { material, place, seen }: Picture,
  wanted: Partial<Record<keyof Image, boolean>>,
): RuleResult[] {
  if (seen === null) return [cannotCheck(place, "evidence.images")];
  const entries = Object.entries(wanted);
  const told = new Map<string, unknown>(Object.entries(seen.image));
  const wrong = entries.filter(([field, good]) => told.get(field) === !good);
  if (wrong.length > 0) {
    const evidence = wrong.map(([field]) => at(`${seen.path}.${field}`));
    return [violated(place, { material: MATERIAL_NAMES[material.kind] }, evidence)];
  }
  const [first, ...more] = entries
    .filter(([field]) => typeof told.get(field) !== "boolean")
    .map(([field]) => `evidence.images[].${field}`);
  return first === undefined ? [] : [cannotCheck(place, first, ...more)];
}

/** In Shanghai a person is asked about electronic licences. */
function isAskedInShanghai({ application, province }: RuleInput, { material }: Picture): boolean {
  const { filingType, entity } = application;
  return (
    province.id === "SH" &&
    material.kind === "ENTITY_CERTIFICATE" &&
    isOfNature(entity.nature, "ENTERPRISE") &&
    ENTITY_FILINGS.some((type) => type === filingType)
  );
}

/** One question for all pictures that no machine looked at. */
function unseen(input: RuleInput): RuleResult[] {
  return picturesAt(input).some(({ seen }) => seen === null)
    ? [needsHuman("materials", [at("materials")])]
    : [];
}
