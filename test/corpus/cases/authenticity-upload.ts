import type { MaterialKind } from "#shared/domain/filing/materials";
import { type BaseQuery, baseOrder, company } from "../base-orders";
import { addFile, fileOf } from "../bending-services";
import { type CorpusCase, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const CHANGE = company("CHANGE_BOTH", { province: "630000" });
const KILOBYTE = 1024;

/** Before the upload a paper has this size; a person is asked how it will read where it has to be compressed. */
function sized(
  name: string,
  base: BaseQuery,
  kind: MaterialKind,
  bytes: number,
  expected: readonly string[],
): CorpusCase {
  const make = expected.length === 0 ? nearMiss : violates;
  return make(
    "R-087",
    name,
    base,
    (application, files) => {
      if (kind === "VERIFICATION_SHEET") {
        application.materials = application.materials.filter((material) => material.kind !== kind);
        addFile(application, files, kind, { mediaType: "image/jpeg", bytes });
      } else fileOf(application, files, kind).bytes = bytes;
    },
    expected,
    { gates: ["PUSH"], questionsOf: ["R-087"] },
  );
}

/** Where the sheet stands among the papers once it has a file of its own: at the end. */
const SHEET = `materials[${baseOrder(CHANGE).application.materials.length - 1}].sha256`;

/** what has to be compressed for the upload. */
export const UPLOAD_CASES: readonly CorpusCase[] = [
  sized("a certificate of 100 KB", FIRST, "ENTITY_CERTIFICATE", 100 * KILOBYTE, []),
  sized("a certificate above 100 KB", FIRST, "ENTITY_CERTIFICATE", 100 * KILOBYTE + 1, [
    "R-087! materials[0].sha256",
  ]),
  sized("a verification sheet of 150 KB", CHANGE, "VERIFICATION_SHEET", 150 * KILOBYTE, []),
  sized("a verification sheet above 150 KB", CHANGE, "VERIFICATION_SHEET", 150 * KILOBYTE + 1, [
    `R-087! ${SHEET}`,
  ]),
];
