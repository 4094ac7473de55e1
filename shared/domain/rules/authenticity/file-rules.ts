import type { MaterialKind } from "../../filing/materials";
import { MATERIAL_NAMES } from "../../materials/material-names";
import { FULL_FILINGS } from "../filing-sets";
import { at, cannotCheck, fact, needsHuman, violated } from "../results";
import { type Rule, type RuleResult, rule } from "../rule";
import { onePerFile, papersAt, picturesAt } from "./pictures";

/** Certificates, IDs and photos, which are pictures. Everything else may also come as PDF. */
const PICTURES_ONLY: ReadonlySet<MaterialKind> = new Set([
  "ENTITY_CERTIFICATE",
  "ERP_ID_FRONT",
  "ERP_ID_BACK",
  "SRP_ID_FRONT",
  "SRP_ID_BACK",
  "LIVENESS_PHOTO",
  "DOMAIN_CERTIFICATE",
]);
const PICTURE_TYPES: readonly string[] = ["image/jpeg", "image/png"];
const MEGABYTE = 1024 * 1024;

/** The files themselves. */
export const FILE_RULES: readonly Rule[] = [
  rule({
    id: "R-086",
    group: "AUT",
    title: { zh: "文件格式或大小", en: "File format or size" },
    applies: { filingTypes: [...FULL_FILINGS, "CLAIM"] },
    fields: ["materials[].sha256"],
    needs: ["context.files"],
    severity: "block",
    check: "fully",
    outcome: "REVISE",
    message: { zh: "仅支持jpg、png，且不超过{max}", en: "Only jpg/png up to {max}" },
    params: ["max", "material"],
    templates: ["T-AUT-04"],
    source: "HW-KB doc_0062; V3.0",
    thresholds: { maxBytes: 4194304 },
    judge: (input, { maxBytes }) =>
      papersAt(input).flatMap(({ material, place, file }): RuleResult[] => {
        if (file === null) return [cannotCheck(place, "context.files")];
        const types = PICTURES_ONLY.has(material.kind)
          ? PICTURE_TYPES
          : [...PICTURE_TYPES, "application/pdf"];
        if (types.includes(file.mediaType) && file.bytes <= maxBytes) return [];
        const max = `${Math.round((maxBytes / MEGABYTE) * 100) / 100} MB`;
        const evidence = [
          fact("context.files.mediaType", file.mediaType),
          fact("context.files.bytes", file.bytes),
        ];
        return [violated(place, { max, material: MATERIAL_NAMES[material.kind] }, evidence)];
      }),
  }),
  rule({
    id: "R-087",
    group: "AUT",
    title: { zh: "压缩后不可读", en: "Unreadable after push compression" },
    applies: { filingTypes: FULL_FILINGS },
    fields: ["materials[].sha256"],
    needs: ["context.files", "evidence.images"],
    severity: "warn",
    check: "partly",
    outcome: "REVISE",
    gate: "PUSH",
    message: {
      zh: "压缩到上报限制后不清晰，请重新上传",
      en: "Not legible after compression to the push limit",
    },
    params: ["material"],
    templates: ["T-AUT-04"],
    source: "V3.0 Fjnr; TX-docs 备案驳回.md",
    thresholds: { sheetBytes: 150 * 1024, otherBytes: 100 * 1024 },
    question: {
      zh: "图片压缩到上报限制后文字仍清晰可读吗？",
      en: "Is the text still legible once the picture is compressed to the push limit?",
    },
    // Nobody measures the height of the text, so a picture that has to shrink is a question, never a finding.
    judge: (input, { sheetBytes, otherBytes }) =>
      onePerFile(picturesAt(input)).flatMap(({ material, place, file }): RuleResult[] => {
        if (file === null) return [cannotCheck(place, "context.files")];
        const limit = material.kind === "VERIFICATION_SHEET" ? sheetBytes : otherBytes;
        return file.bytes <= limit
          ? []
          : [needsHuman(place, [at(place), fact("context.files.bytes", file.bytes)])];
      }),
  }),
];
