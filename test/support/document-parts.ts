/** What the small documents of the order fixtures are made of; nobody real. */
export const PERSON = {
  name: "张三",
  idType: 2,
  idNumber: "11010519491231002X",
  idValidFrom: "2020-01-01",
  idValidTo: "2040-01-01",
  mobile: "13800000001",
  emergencyPhone: "13800000002",
  email: "contact@example.com",
  isLegalRepresentative: true,
};

export const SHA_CERTIFICATE = "a".repeat(64);
export const SHA_ID = "b".repeat(64);
export const SHA_EVIDENCE = "c".repeat(64);
