import { createHash } from "node:crypto";
import type { Application } from "#shared/domain/filing/application";
import type { Evidence } from "#shared/domain/filing/evidence";
import type { PictureMaker, Sheet } from "../images/page";
import { type Draft, isFullFiling } from "./draft";
import type { Paper } from "./papers";
import { entityDocument, serviceDocument } from "./to-document";

/** A file that the order refers to; `sha256` in lower-case hexadecimal. */
export interface DemoFile {
  readonly sha256: string;
  readonly mediaType: "image/jpeg" | "image/png" | "application/pdf";
  readonly bytes: Uint8Array;
}

interface FiledPaper {
  readonly paper: Paper;
  readonly file: DemoFile;
}

/** Draws the papers, fills in the hashes and writes the order document. */
export function finishOrder(
  draft: Draft,
  pictures: PictureMaker,
): { application: Application; files: DemoFile[] } {
  const filedPapers = drawPapers(draft.papers, pictures);
  const shaOf = (kind: Paper["kind"], serviceIndex: number | null) =>
    filedPapers.find(({ paper }) => paper.kind === kind && paper.serviceIndex === serviceIndex)?.file
      .sha256 ?? null;
  const { kind } = draft;
  const application: Application = {
    filingType: kind.type,
    ...(kind.type === "ADD_ACCESS" || kind.type === "ADD_SERVICE" ? { entityOrigin: kind.origin } : {}),
    ...(kind.type === "CANCEL_ACCESS" ? { cancelOrigin: kind.origin } : {}),
    accountId: draft.accountId,
    channel: draft.channel,
    entity: entityDocument(draft.entity, draft.erp),
    services: draft.services.map((service, i) => serviceDocument(service, shaOf("APP_ICON", i))),
    ...(draft.target === null ? {} : { target: draft.target }),
    ...(draft.transfer === null ? {} : { transfer: draft.transfer }),
    ...(draft.reason === null ? {} : { reason: draft.reason }),
    ...(draft.submitVerification === null ? {} : { submitVerification: draft.submitVerification }),
    materials: filedPapers.map(({ paper, file }) => materialRef(paper, file)),
    ...(isFullFiling(kind)
      ? {
          liveness: draft.liveness.map(({ serviceIndex, passed, capturedAt }) => ({
            person: "SRP",
            serviceIndex,
            passed,
            photoSha256: shaOf("LIVENESS_PHOTO", serviceIndex),
            capturedAt,
          })),
        }
      : {}),
    ...(draft.consents === null ? {} : { consents: draft.consents }),
    evidence: evidenceOf(draft, filedPapers),
  };
  return { application, files: [...new Map(filedPapers.map(({ file }) => [file.sha256, file])).values()] };
}

function drawPapers(papers: readonly Paper[], pictures: PictureMaker): FiledPaper[] {
  const drawn = new Map<string, DemoFile>();
  return papers.map((paper) => {
    const key = paper.asPdf ? `pdf ${paper.sheet}` : paper.sheet;
    const file =
      drawn.get(key) ?? (paper.asPdf ? pdfFile(paper) : pictureFile(papers, paper.sheet, pictures));
    drawn.set(key, file);
    return { paper, file };
  });
}

function pictureFile(papers: readonly Paper[], sheetName: string, pictures: PictureMaker): DemoFile {
  const pages = new Map<Paper["page"], Sheet["pages"][number]>();
  for (const { sheet, page, look } of papers) if (sheet === sheetName) pages.set(page, { page, look });
  const { mediaType, bytes } = pictures.draw({ pages: [...pages.values()] });
  return { sha256: sha256(bytes), mediaType, bytes };
}

/** A one-page PDF with the paper's name: what an applicant uploads who did not read "jpg or png". */
function pdfFile(paper: Paper): DemoFile {
  const text = `BT /F1 18 Tf 60 720 Td (SAMPLE ${paper.fileName}) Tj ET`;
  const note = createHash("sha256").update(JSON.stringify(paper.page)).digest("hex").slice(0, 16);
  const bytes = Buffer.from(
    `%PDF-1.4\n%${note}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n" +
      `4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj\n` +
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
  return { sha256: sha256(bytes), mediaType: "application/pdf", bytes };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const ENDINGS = { "image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf" } as const;

function materialRef(paper: Paper, file: DemoFile): Application["materials"][number] {
  return {
    kind: paper.kind,
    sha256: file.sha256,
    fileName: `${paper.fileName}.${ENDINGS[file.mediaType]}`,
    ...(paper.serviceIndex === null ? {} : { serviceIndex: paper.serviceIndex }),
    ...(paper.domain === null ? {} : { domain: paper.domain }),
  };
}

function evidenceOf(draft: Draft, filedPapers: readonly FiledPaper[]): Evidence {
  const ocr = filedPapers.flatMap(({ paper }) =>
    paper.ocr === null
      ? []
      : [
          {
            materialKind: paper.kind,
            ...(paper.serviceIndex === null ? {} : { serviceIndex: paper.serviceIndex }),
            fields: { ...paper.ocr },
          },
        ],
  );
  const full = isFullFiling(draft.kind);
  return {
    ocr,
    ...(full ? { domains: draft.domains, phones: draft.phones, sites: draft.sites } : {}),
    ...(draft.company === null ? {} : { companyRegistry: draft.company }),
    miitRegistry: draft.registry,
    ...(draft.filed === null ? {} : { filedRecord: draft.filed }),
    images: imageRecords(filedPapers),
    ...(full
      ? {
          faces: draft.liveness.map(({ serviceIndex, matched, score }) => ({ serviceIndex, matched, score })),
        }
      : {}),
  };
}

/** What the image check saw on each file: of the papers on one sheet, the faulty or special one decides. */
function imageRecords(filedPapers: readonly FiledPaper[]): NonNullable<Evidence["images"]> {
  const worst = new Map<string, FiledPaper>();
  for (const one of filedPapers) {
    const known = worst.get(one.file.sha256);
    if (known === undefined || noteworthy(one.paper) > noteworthy(known.paper))
      worst.set(one.file.sha256, one);
  }
  return [...worst.values()].map(imageRecord);
}

function noteworthy({ look, documentKind, duplicateOf }: Paper): number {
  if (look !== "CLEAN" || duplicateOf !== null || documentKind === "TEMPORARY_ID_CARD") return 2;
  return documentKind === "OTHER" ? 0 : 1;
}

function imageRecord({ paper, file }: FiledPaper): NonNullable<Evidence["images"]>[number] {
  const { look, page } = paper;
  return {
    sha256: file.sha256,
    colour: look !== "PHOTOCOPY",
    sharp: look !== "BLURRED",
    edgesComplete: look !== "CROPPED",
    glare: look === "GLARE",
    screenReshoot: look === "SCREEN_RESHOOT",
    copy: look === "PHOTOCOPY",
    ...(page.form === "PORTRAIT" ? { background: page.background } : {}),
    documentKind: paper.documentKind,
    duplicateOf: paper.duplicateOf,
    watermarkText: null,
    tamperSuspected: false,
  };
}
