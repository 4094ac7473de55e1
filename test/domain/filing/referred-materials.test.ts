import { expect, it } from "vitest";
import { applicationSchema } from "#shared/domain/filing/application";
import { referredMaterials } from "#shared/domain/filing/referred-materials";

const sha = (letter: string) => letter.repeat(64);

it("finds every upload a document names, the listed ones first, each once", () => {
  const application = applicationSchema.parse({
    filingType: "FIRST_FILING",
    accountId: "acct-1",
    entity: { region: { provinceCode: "440000" }, nature: 4, name: "公司", certType: 1, certNumber: "9144" },
    services: [
      {
        kind: "WEBSITE",
        name: "网站",
        domains: ["example.com"],
        preApprovals: [{ type: 3, materialSha256: sha("c") }],
      },
      { kind: "APP", name: "应用", domains: [], icon: sha("d") },
    ],
    materials: [
      { kind: "ENTITY_CERTIFICATE", sha256: sha("a") },
      { kind: "LIVENESS_PHOTO", sha256: sha("b"), serviceIndex: 0 },
    ],
    liveness: [
      { person: "SRP", serviceIndex: 0, photoSha256: sha("b") },
      { person: "SRP", serviceIndex: 1, photoSha256: sha("e") },
      { person: "SRP", serviceIndex: 1, photoSha256: null },
    ],
  });

  expect(
    referredMaterials(application).map(({ kind, sha256, serviceIndex }) => [kind, sha256[0], serviceIndex]),
  ).toEqual([
    ["ENTITY_CERTIFICATE", "a", undefined],
    ["LIVENESS_PHOTO", "b", 0],
    ["LIVENESS_PHOTO", "e", 1],
    ["PRE_APPROVAL", "c", 0],
    ["APP_ICON", "d", 1],
  ]);
});
