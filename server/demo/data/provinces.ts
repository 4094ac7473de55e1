/**
 * What the demo's applicants know about the thirty-one provinces: how often each files, and what its bureau asks
 * for, so that their documents come out complete. The generator's own table; the product's rules have theirs.
 */
type IndividualPolicy = "LOCAL_ONLY" | "PERMIT" | "STUDENT_OR_PERMIT" | "ANY" | null;

export interface DemoProvince {
  readonly id: string;
  readonly adcode: string;
  /** Orders in a hundred. */
  readonly share: number;
  /** Short name at the head of filing numbers. */
  readonly short: string;
  readonly individuals: IndividualPolicy;
  /** A delegate with a letter may stand for the legal representative. */
  readonly delegate?: true;
  readonly srpLetter?: true;
  readonly delegateIsSrp?: true;
  readonly srpNotLegal?: true;
  readonly mobile?: "ALL" | "INDIVIDUAL";
  readonly minAge?: { readonly unit?: number; readonly individual?: number };
  /** Individuals younger than this bring a proof of employment. */
  readonly employmentProofUnder?: number;
  readonly thirdPersonIndividual?: true;
  readonly thirdPersonUnit?: true;
  readonly sameCity?: true;
  readonly copyright?: true;
  readonly noTemporaryId?: true;
  readonly holderMustBeUnit?: true;
  readonly erpChangeNeedsBoth?: true;
  readonly bothOnly?: true;
  readonly shellMayAdd?: true;
  readonly replaceCompany?: true;
  readonly maxUnitServices?: number;
  readonly maxIndividualServices?: number;
  readonly foreignDocument?: 7 | 14;
  readonly undertaking?: true;
  readonly truthPapers?: true;
  readonly noDomainCertificate?: true;
  readonly partyProof?: true;
  readonly approvalFor?: readonly ("GOVERNMENT" | "INSTITUTION")[];
  readonly officialSiteName?: true;
  readonly unitSiteName?: true;
  readonly distinctSiteNames?: true;
}

export const DEMO_PROVINCES: readonly DemoProvince[] = [
  {
    id: "BJ",
    adcode: "110000",
    share: 9,
    short: "京",
    individuals: null,
    thirdPersonIndividual: true,
    shellMayAdd: true,
    foreignDocument: 14,
  },
  {
    id: "TJ",
    adcode: "120000",
    share: 2,
    short: "津",
    individuals: "ANY",
    srpNotLegal: true,
    mobile: "ALL",
    minAge: { individual: 18 },
    thirdPersonIndividual: true,
    thirdPersonUnit: true,
    shellMayAdd: true,
    foreignDocument: 7,
  },
  {
    id: "HE",
    adcode: "130000",
    share: 3,
    short: "冀",
    individuals: null,
    minAge: { individual: 18 },
    thirdPersonIndividual: true,
    sameCity: true,
  },
  {
    id: "SX",
    adcode: "140000",
    share: 1,
    short: "晋",
    individuals: "LOCAL_ONLY",
    thirdPersonIndividual: true,
    shellMayAdd: true,
    maxUnitServices: 3,
  },
  {
    id: "NM",
    adcode: "150000",
    share: 1,
    short: "蒙",
    individuals: "LOCAL_ONLY",
    srpLetter: true,
    minAge: { unit: 18, individual: 18 },
    noTemporaryId: true,
    approvalFor: ["INSTITUTION"],
  },
  {
    id: "LN",
    adcode: "210000",
    share: 2,
    short: "辽",
    individuals: null,
    mobile: "ALL",
    minAge: { unit: 18 },
    shellMayAdd: true,
  },
  { id: "JL", adcode: "220000", share: 1, short: "吉", individuals: "PERMIT", delegate: true, mobile: "ALL" },
  {
    id: "HL",
    adcode: "230000",
    share: 1,
    short: "黑",
    individuals: "LOCAL_ONLY",
    mobile: "ALL",
    minAge: { unit: 18 },
    unitSiteName: true,
  },
  {
    id: "SH",
    adcode: "310000",
    share: 8,
    short: "沪",
    individuals: "PERMIT",
    srpLetter: true,
    noTemporaryId: true,
    shellMayAdd: true,
    foreignDocument: 7,
    undertaking: true,
  },
  {
    id: "JS",
    adcode: "320000",
    share: 9,
    short: "苏",
    individuals: "PERMIT",
    delegate: true,
    delegateIsSrp: true,
    srpLetter: true,
    mobile: "ALL",
    minAge: { individual: 16 },
    employmentProofUnder: 18,
    copyright: true,
    shellMayAdd: true,
    truthPapers: true,
  },
  {
    id: "ZJ",
    adcode: "330000",
    share: 8,
    short: "浙",
    individuals: "PERMIT",
    minAge: { individual: 18 },
    shellMayAdd: true,
    foreignDocument: 7,
  },
  {
    id: "AH",
    adcode: "340000",
    share: 3,
    short: "皖",
    individuals: null,
    delegate: true,
    delegateIsSrp: true,
    srpLetter: true,
  },
  {
    id: "FJ",
    adcode: "350000",
    share: 4,
    short: "闽",
    individuals: "PERMIT",
    srpLetter: true,
    minAge: { unit: 18 },
    copyright: true,
    foreignDocument: 7,
  },
  {
    id: "JX",
    adcode: "360000",
    share: 2,
    short: "赣",
    individuals: "PERMIT",
    approvalFor: ["GOVERNMENT", "INSTITUTION"],
  },
  {
    id: "SD",
    adcode: "370000",
    share: 6,
    short: "鲁",
    individuals: "STUDENT_OR_PERMIT",
    minAge: { individual: 17 },
    replaceCompany: true,
  },
  {
    id: "HA",
    adcode: "410000",
    share: 4,
    short: "豫",
    individuals: "LOCAL_ONLY",
    minAge: { unit: 18, individual: 18 },
    maxUnitServices: 5,
    maxIndividualServices: 1,
    sameCity: true,
    copyright: true,
  },
  {
    id: "HB",
    adcode: "420000",
    share: 3,
    short: "鄂",
    individuals: "PERMIT",
    srpLetter: true,
    minAge: { unit: 18, individual: 18 },
    maxUnitServices: 1,
    maxIndividualServices: 1,
    copyright: true,
  },
  {
    id: "HN",
    adcode: "430000",
    share: 3,
    short: "湘",
    individuals: null,
    srpLetter: true,
    mobile: "INDIVIDUAL",
    minAge: { unit: 18, individual: 18 },
    maxUnitServices: 1,
    maxIndividualServices: 1,
    copyright: true,
    erpChangeNeedsBoth: true,
  },
  {
    id: "GD",
    adcode: "440000",
    share: 12,
    short: "粤",
    individuals: "PERMIT",
    minAge: { unit: 16, individual: 16 },
    employmentProofUnder: 18,
    undertaking: true,
    officialSiteName: true,
  },
  {
    id: "GX",
    adcode: "450000",
    share: 2,
    short: "桂",
    individuals: "LOCAL_ONLY",
    srpLetter: true,
    mobile: "ALL",
    shellMayAdd: true,
  },
  {
    id: "HI",
    adcode: "460000",
    share: 1,
    short: "琼",
    individuals: null,
    delegate: true,
    noTemporaryId: true,
    maxIndividualServices: 1,
  },
  { id: "CQ", adcode: "500000", share: 2, short: "渝", individuals: "LOCAL_ONLY", srpLetter: true },
  {
    id: "SC",
    adcode: "510000",
    share: 4,
    short: "蜀",
    individuals: "PERMIT",
    delegate: true,
    minAge: { unit: 18, individual: 18 },
    thirdPersonIndividual: true,
    shellMayAdd: true,
  },
  {
    id: "GZ",
    adcode: "520000",
    share: 1,
    short: "黔",
    individuals: "PERMIT",
    srpLetter: true,
    minAge: { unit: 18, individual: 18 },
    sameCity: true,
    shellMayAdd: true,
    erpChangeNeedsBoth: true,
  },
  {
    id: "YN",
    adcode: "530000",
    share: 1,
    short: "滇",
    individuals: "LOCAL_ONLY",
    employmentProofUnder: 18,
    shellMayAdd: true,
  },
  {
    id: "XZ",
    adcode: "540000",
    share: 1,
    short: "藏",
    individuals: "LOCAL_ONLY",
    minAge: { individual: 18 },
    holderMustBeUnit: true,
    noDomainCertificate: true,
  },
  {
    id: "SN",
    adcode: "610000",
    share: 2,
    short: "陕",
    individuals: "ANY",
    srpLetter: true,
    mobile: "ALL",
    copyright: true,
    distinctSiteNames: true,
  },
  {
    id: "GS",
    adcode: "620000",
    share: 1,
    short: "陇",
    individuals: "LOCAL_ONLY",
    delegate: true,
    srpLetter: true,
    mobile: "ALL",
    copyright: true,
  },
  {
    id: "QH",
    adcode: "630000",
    share: 1,
    short: "青",
    individuals: "LOCAL_ONLY",
    srpLetter: true,
    bothOnly: true,
  },
  { id: "NX", adcode: "640000", share: 1, short: "宁", individuals: "LOCAL_ONLY", holderMustBeUnit: true },
  {
    id: "XJ",
    adcode: "650000",
    share: 1,
    short: "新",
    individuals: "LOCAL_ONLY",
    mobile: "ALL",
    partyProof: true,
  },
];
