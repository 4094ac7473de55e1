import type { Application } from "#shared/domain/filing/application";
import { company, individual } from "../base-orders";
import { serviceOf } from "../bending";
import { bound, companyApp, range, resourceOf } from "../bending-services";
import { type CaseWorld, type CorpusCase, cannotTell, nearMiss, violates } from "../case";

const FIRST = company("FIRST_FILING");
const APP = companyApp("FIRST_FILING", { where: ({ services }) => services[0]?.domains.length === 1 });
const RANGE = "services[0].ipRanges[0]";
const BINDING = "services[0].ipDomainBindings";

/** All addresses are ours, so that nothing but R-139 has to say something about them. */
const OURS: CaseWorld = { lists: { ipPools: ["0.0.0.0/0", "::/0"] } };

const REFUSED = [
  ...["10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255"],
  ...[
    "127.0.0.1",
    "127.255.255.255",
    "169.254.0.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.0",
    "255.255.255.255",
  ],
  ...[
    "192.0.2.1",
    "198.51.100.1",
    "100.64.0.0",
    "100.127.255.255",
    "198.18.0.0",
    "198.19.255.255",
    "0.0.0.0",
  ],
  ...["::", "::1", "fe80::1", "fc00::1", "fdff::1", "ff02::1", "2001:db8::1", "::ffff:192.168.1.1"],
];
const PUBLIC = [
  ...["9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0"],
  ...["126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.1", "223.255.255.255"],
  ...["100.63.255.255", "100.128.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255", "198.51.101.0"],
  ...["2408:8000::1", "240e:0:0:0:0:0:0:1"],
];
const MALFORMED = [
  "300.1.1.1",
  "121.36.1",
  "121.36.1.2.3",
  "121.36.1.x",
  "121.36.1.2/24",
  "2408::1::2",
  "",
  "www.example.com",
];

/** well-formed and public. */
const PUBLIC_CASES: readonly CorpusCase[] = [
  ...REFUSED.map((ip) =>
    violates("R-139", `${ip} is not public`, FIRST, range(ip), [`R-139 ${RANGE}`], OURS),
  ),
  ...MALFORMED.map((ip) =>
    violates("R-139", `"${ip}" is no address`, FIRST, range(ip), [`R-139 ${RANGE}`], OURS),
  ),
  ...PUBLIC.map((ip) => nearMiss("R-139", `${ip} is public`, FIRST, range(ip), [], OURS)),
  violates(
    "R-139",
    "a private address, which is not ours either",
    individual("CHANGE_SERVICE"),
    range("192.168.4.10"),
    [`R-139 ${RANGE}`, `R-140 ${RANGE}`],
  ),
  violates(
    "R-139",
    "a private end of a range",
    FIRST,
    range("192.167.255.254", "192.168.0.1"),
    [`R-139 ${RANGE}`],
    OURS,
  ),
  violates("R-139", "a private address of an APP", APP, bound("10.1.2.3"), [`R-139 ${BINDING}[0].ip`], OURS),
  violates(
    "R-139",
    "a documentation address that is not admitted",
    FIRST,
    range("203.0.113.9"),
    [`R-139 ${RANGE}`],
    {
      lists: { admittedIpRanges: [] },
    },
  ),
  nearMiss("R-139", "a documentation address that is admitted", FIRST, range("203.0.113.9")),
];

/** in our mainland pools, and of this resource. */
const OWN_CASES: readonly CorpusCase[] = [
  ...["121.35.255.255", "121.40.0.0", "203.0.112.255", "203.0.114.0", "47.104.9.21"].map((ip) =>
    violates("R-140", `${ip} is outside our pools`, FIRST, ownRange(ip), [`R-140 ${RANGE}`]),
  ),
  ...["121.36.0.0", "121.39.255.255", "203.0.113.0", "203.0.113.255"].map((ip) =>
    nearMiss("R-140", `${ip} is inside our pools`, FIRST, range(ip)),
  ),
  violates(
    "R-140",
    "inside, but of another resource",
    FIRST,
    range("121.36.7.8", "121.36.7.8", ["121.36.7.9"]),
    [`R-140 ${RANGE}`],
  ),
  violates(
    "R-140",
    "a second range of another resource",
    FIRST,
    (application) => {
      range("121.36.7.8")(application);
      serviceOf(application).ipRanges?.push({ start: "121.36.7.9", end: "121.36.7.9" });
    },
    ["R-140 services[0].ipRanges[1]"],
  ),
  violates(
    "R-140",
    "an APP's address of another resource",
    APP,
    (application) => {
      bound("121.36.7.8")(application);
      resourceOf(application).publicIps = ["121.36.7.9"];
    },
    [`R-140 ${BINDING}[0].ip`],
  ),
  violates(
    "R-140",
    "an address that is not the code's server's",
    FIRST,
    (application) => {
      range("121.36.7.8", "121.36.7.8", ["121.36.7.9"])(application);
      Object.assign(resourceOf(application), {
        type: "AUTH_CODE",
        filingsUsed: 0,
        authCode: { code: "ICP-EXAMPLE01", issuerInstanceId: "i-issuer", issuerValid: true, used: false },
      });
    },
    [`R-140 ${RANGE}`],
  ),
  violates("R-140", "outside a pool of our own list", FIRST, range("121.36.7.8"), [`R-140 ${RANGE}`], {
    lists: { ipPools: ["121.37.0.0/16"] },
  }),
  cannotTell(
    "R-140",
    "nobody states the resource's addresses",
    FIRST,
    (application) => {
      resourceOf(application).publicIps = null;
    },
    [`R-140? ${RANGE}`],
  ),
  nearMiss(
    "R-140",
    "one of several addresses of the resource",
    FIRST,
    range("121.36.7.8", "121.36.7.8", ["121.36.7.7", "121.36.7.8"]),
  ),
  nearMiss(
    "R-140",
    "an IPv6 address written in two ways",
    FIRST,
    range("2408:8000::a", "2408:8000::a", ["2408:8000:0:0:0:0:0:a"]),
    [],
    {
      lists: { ipPools: ["2408:8000::/20"] },
    },
  ),
];

/** The website's address, which the resource has although it is not ours. */
function ownRange(ip: string) {
  return (application: Application) => {
    serviceOf(application).ipRanges = [{ start: ip, end: ip }];
    resourceOf(application).publicIps?.push(ip);
  };
}

export const ADDRESS_CASES: readonly CorpusCase[] = [...PUBLIC_CASES, ...OWN_CASES];
