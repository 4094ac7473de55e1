import type { Application } from "#shared/domain/filing/application";
import { individual } from "../base-orders";
import { filedRecordOf, ministryFacts, serviceOf } from "../bending";
import { brandOf, companyApp, fileOf, platformOf, renameService } from "../bending-services";
import { asItIs, type CaseFile, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const APP = companyApp("FIRST_FILING");
const TWO_PLATFORMS = companyApp("FIRST_FILING", {
  where: ({ services }) => services[0]?.platforms?.length === 2,
});
const ADD = companyApp("ADD_SERVICE/OURS");
const NAME = "services[0].name";
const ICON = "services[0].icon";

/** The first filed service is an APP of that name. */
function filedApp(application: Application, name: string): void {
  const { services } = filedRecordOf(application);
  const [old] = services;
  if (old === undefined) throw new Error("nothing is filed");
  services.push({ ...serviceOf(application), name, filingNumber: "浙ICP备2018000001号-9A" });
  ministryFacts(application).appsFiled = [name];
}

/** one name, on every platform, of one APP only. */
const EQUAL_CASES: readonly CorpusCase[] = [
  violates(
    "R-123",
    "another name on its platform",
    APP,
    (application) => {
      platformOf(application).displayName = `${serviceOf(application).name}商户端`;
    },
    ["R-123 services[0].platforms[0].displayName"],
  ),
  violates(
    "R-123",
    "another name on the second platform",
    TWO_PLATFORMS,
    (application) => {
      platformOf(application, 1).displayName = "晚风小筑";
    },
    ["R-123 services[0].platforms[1].displayName"],
  ),
  violates(
    "R-123",
    "the ministry knows an APP of that name",
    APP,
    (application) => {
      ministryFacts(application).appsFiled = [serviceOf(application).name];
    },
    [`R-123 ${NAME}`],
  ),
  violates(
    "R-123",
    "the entity filed an APP of that name",
    ADD,
    (application) => filedApp(application, serviceOf(application).name),
    [`R-004 ${NAME}`, `R-123 ${NAME}`],
  ),
  nearMiss("R-123", "the entity filed an APP of another name", ADD, (application) =>
    filedApp(application, `${brandOf(application)}随行`),
  ),
  nearMiss("R-123", "an access order's own name is filed", companyApp("ADD_ACCESS/OTHER"), asItIs),
  nearMiss("R-123", "a changed APP keeps its name", companyApp("CHANGE_SERVICE"), asItIs),
  nearMiss("R-123", "a filed website has the name", ADD, (application) => {
    const [site] = filedRecordOf(application).services;
    if (site !== undefined) site.name = serviceOf(application).name;
  }),
  cannotTell(
    "R-123",
    "nobody asked which APPs are filed",
    APP,
    (application) => {
      delete ministryFacts(application).appsFiled;
    },
    [`R-123? ${NAME}`],
  ),
];

/** names that say nothing, or too much. */
const QUALITY_CASES: readonly CorpusCase[] = [
  ...["软件", "应用", "程序", "测试", "免费", "最新", "微信", "抖音", "淘宝", "小红书"].map((word) =>
    violates(
      "R-124",
      `holds ${word}`,
      APP,
      (application) => renameService(application, brandOf(application) + word),
      [`R-124 ${NAME}`],
    ),
  ),
  violates(
    "R-124",
    "an emoji",
    APP,
    (application) => renameService(application, `${brandOf(application)}😀`),
    [`R-124 ${NAME}`],
  ),
  violates(
    "R-124",
    "a word of our own list",
    APP,
    (application) => renameService(application, "晚风直播"),
    [`R-124 ${NAME}`],
    { lists: { genericAppWords: ["直播"] } },
  ),
  nearMiss("R-124", "its characters apart", APP, (application) => renameService(application, "软木件件")),
  nearMiss("R-124", "letters and digits", APP, (application) =>
    renameService(application, `${brandOf(application)}Go365`),
  ),
];

function icon(change: Partial<CaseFile>) {
  return (application: Application, files: CaseFile[]) => {
    Object.assign(fileOf(application, files, "APP_ICON"), change);
  };
}

const RECOMMENDED = 102_400;
const MOST = 512_000;

/** the icon, its format and its size. */
const ICON_CASES: readonly CorpusCase[] = [
  violates(
    "R-125",
    "not named",
    APP,
    (application) => {
      delete serviceOf(application).icon;
    },
    [`R-125 ${ICON}`],
  ),
  violates("R-125", "as PDF", APP, icon({ mediaType: "application/pdf" }), [`R-125 ${ICON}`]),
  violates(
    "R-125",
    "as GIF",
    individual("FIRST_FILING", { services: ["APP"] }),
    icon({ mediaType: "image/gif" }),
    [`R-125 ${ICON}`],
  ),
  violates("R-125", "a byte above what is recommended", APP, icon({ bytes: RECOMMENDED + 1 }), [
    `R-125 ${ICON} warn`,
  ]),
  violates("R-125", "as large as can be", APP, icon({ bytes: MOST }), [`R-125 ${ICON} warn`]),
  violates("R-125", "a byte too large", APP, icon({ bytes: MOST + 1 }), [`R-125 ${ICON} block`]),
  nearMiss("R-125", "as large as recommended", APP, icon({ bytes: RECOMMENDED })),
  nearMiss("R-125", "as JPEG", APP, icon({ mediaType: "image/jpeg" })),
  cannotTell(
    "R-125",
    "nobody knows the file",
    APP,
    (application, files) => {
      files.splice(files.indexOf(fileOf(application, files, "APP_ICON")), 1);
    },
    [`R-125? ${ICON}`],
  ),
];

export const APP_NAME_CASES: readonly CorpusCase[] = [...EQUAL_CASES, ...QUALITY_CASES, ...ICON_CASES];
