import { describe, expect, it } from "vitest";
import { foldApplication } from "#shared/domain/privacy/fold-application";
import { canonicalText, canonicalValue, type IndexedKind } from "#shared/domain/privacy/normalise";
import { unitDocument } from "./sample-documents";

const SAME: readonly (readonly [IndexedKind, string, readonly string[]])[] = [
  [
    "ID_NUMBER",
    "11010519491231002X",
    ["11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"],
  ],
  [
    "PHONE",
    "13812345678",
    [
      "138 1234 5678",
      "138-1234-5678",
      "+86 13812345678",
      "008613812345678",
      "8613812345678",
      "１３８１２３４５６７８",
    ],
  ],
  [
    "PHONE",
    "075512345678",
    ["0755-12345678", "(0755)12345678", "+86 755 12345678", "+86-0755-1234 5678", "0755－12345678"],
  ],
  ["PHONE", "01062345678-801", ["010-62345678-801", "010 62345678转801", "(010)62345678x801"]],
  ["PHONE", "4008001234", ["400-800-1234", "400 8001234"]],
  ["EMAIL", "zhang.san@example.com", ["Zhang.San@Example.COM", " zhang.san@example.com "]],
  [
    "PERSON_NAME",
    "阿卜杜拉·买买提",
    ["阿卜杜拉•买买提", "阿卜杜拉・买买提", "阿卜杜拉 · 买买提", "阿卜杜拉.买买提"],
  ],
  ["PERSON_NAME", "JOHNSMITH", ["John Smith", "JOHN  SMITH"]],
];

describe("canonical values", () => {
  it.each(SAME)("%s %s has one form for all its spellings", (kind, canonical, spellings) => {
    expect(spellings.map((spelling) => canonicalValue(kind, spelling))).toEqual(
      spellings.map(() => canonical),
    );
    expect(canonicalValue(kind, canonical)).toBe(canonical);
  });

  it("tells two extensions of one switchboard apart", () => {
    expect(canonicalValue("PHONE", "010-62345678-801")).not.toBe(canonicalValue("PHONE", "010-62345678-802"));
  });

  it("compares unit names without regard to the width of their brackets", () => {
    expect(canonicalText("示例（深圳）有限公司")).toBe(canonicalText("示例(深圳) 有限公司"));
  });
});

describe("foldApplication", () => {
  const document = unitDocument();
  const person = { ...document.entity.responsiblePerson, idNumber: "11010519491231002x", name: " 赵负责 " };
  const folded = foldApplication({
    ...document,
    entity: {
      ...document.entity,
      name: " 示例（深圳）有限公司 ",
      certNumber: "91350100m000100y43",
      responsiblePerson: person,
    },
    services: [
      {
        kind: "APP",
        name: "示例",
        domains: ["WWW.Example.COM"],
        homepageUrl: "HTTPS://WWW.Example.com/Path?Q=A",
        responsiblePerson: { sameAsEntity: false, idNumber: "h12345678", email: "Li@Example.org" },
        ipDomainBindings: [{ ip: "203.0.113.10", domains: ["API.example.com"] }],
        platforms: [
          {
            platform: "ANDROID",
            packageName: "com.Example.App",
            fingerprint: "ab:cd ef",
            domains: ["A.com"],
          },
        ],
      },
    ],
    materials: [{ kind: "DOMAIN_CERTIFICATE", sha256: "b".repeat(64), domain: "Example.COM" }],
    evidence: {
      ...document.evidence,
      ocr: [{ materialKind: "ERP_ID_FRONT", fields: { idNumber: "11010519491231002x", name: "赵负责" } }],
      domains: [{ domain: "EXAMPLE.com", holderCertNumber: "91350100m000100y43" }],
      miitRegistry: { domainsFiled: ["Filed.COM"] },
      sites: [{ domain: "Site.COM", footerLink: "https://Beian.example/" }],
    },
  });

  it("folds the letter case of numbers and domains wherever they stand", () => {
    expect(folded.entity.certNumber).toBe("91350100M000100Y43");
    expect(folded.entity.responsiblePerson?.idNumber).toBe("11010519491231002X");
    expect(folded.services[0]).toMatchObject({
      domains: ["www.example.com"],
      homepageUrl: "https://www.example.com/Path?Q=A",
      responsiblePerson: { idNumber: "H12345678", email: "Li@Example.org" },
      ipDomainBindings: [{ ip: "203.0.113.10", domains: ["api.example.com"] }],
      platforms: [{ packageName: "com.Example.App", fingerprint: "ABCDEF", domains: ["a.com"] }],
    });
    expect(folded.materials[0]?.domain).toBe("example.com");
    expect(folded.evidence?.ocr?.[0]?.fields.idNumber).toBe("11010519491231002X");
    expect(folded.evidence?.domains?.[0]).toEqual({
      domain: "example.com",
      holderCertNumber: "91350100M000100Y43",
    });
    expect(folded.evidence?.miitRegistry?.domainsFiled).toEqual(["filed.com"]);
    expect(folded.evidence?.sites?.[0]).toEqual({ domain: "site.com", footerLink: "https://Beian.example/" });
  });

  it("keeps what a name looks like, but for blanks around it", () => {
    expect(folded.entity.name).toBe("示例（深圳）有限公司");
    expect(folded.entity.responsiblePerson?.name).toBe("赵负责");
  });

  it("leaves an already folded document as it is", () => {
    expect(foldApplication(unitDocument())).toEqual(unitDocument());
    expect(foldApplication(folded)).toEqual(folded);
  });
});
