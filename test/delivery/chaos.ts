import type { BureauGateway } from "#server/bureau/gateway";
import type { BureauResultFile } from "#shared/contract/bureau-result";
import { BEIJING, type DeliveryRig, GUANGDONG, openDeliveryRig } from "./delivery-rig";
import { type Fault, isBatch, type ProxiedCall } from "./fault-proxy";
import { isOnTheRoad } from "./truth";

/** Mulberry32: the same seed, the same weather. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HUGE = JSON.stringify({ msgCode: 0, msg: "x".repeat(1_100_000), bureauTimeMs: 0 });

/** Shares of faults per call (assurance A6): what is left over gets through. */
const WEATHER: readonly (readonly [share: number, fault: Fault])[] = [
  [0.08, { kind: "BEFORE" }],
  [0.02, { kind: "LATE" }],
  [0.1, { kind: "AFTER" }],
  [0.05, { kind: "INSTEAD", status: 502 }],
  [0.05, { kind: "ANSWER", status: 500, body: "" }],
  [0.02, { kind: "ANSWER", status: 200, body: '{"msgCode":0,"m' }],
  [0.01, { kind: "ANSWER", status: 200, body: HUGE }],
  [0.02, { kind: "INSTEAD", status: 503, headers: { "retry-after": "20" } }],
];
const REFUSALS: readonly Fault[] = [
  { kind: "CODE", msgCode: 20 },
  { kind: "CODE", msgCode: 999 },
];
const REFUSED_SHARE = 0.04;

/** Provinces are served side by side, so each has its own chance: else a seed would not tell the same story twice. */
function chances(seed: number) {
  const streams: Readonly<Record<string, () => number>> = {
    [GUANGDONG]: randomOf(seed + 1),
    [BEIJING]: randomOf(seed + 2),
  };
  const other = randomOf(seed + 3);
  return {
    of: (provinceCode: string) => streams[provinceCode] ?? other,
    ofCall: ({ path, body }: ProxiedCall) => {
      const text = `${path} ${body}`;
      const isBeijing = /provinceCode=110000|BAJG110000|"provinceCode":"110000","dataS|\["B\d+:/.test(text);
      return streams[isBeijing ? BEIJING : GUANGDONG] ?? other;
    },
  };
}
type Chances = ReturnType<typeof chances>;

function faultOf(call: ProxiedCall, random: () => number): Fault | null {
  if (isBatch(call) && random() < REFUSED_SHARE) return REFUSALS[Math.floor(random() * 2)] ?? null;
  let left = random();
  for (const [share, fault] of WEATHER) {
    left -= share;
    if (left < 0) return fault.kind === "LATE" && !isBatch(call) ? { kind: "BEFORE" } : fault;
  }
  return null;
}

/** A bureau whose files come in any order, some not yet, with results in any order and some for nobody's record. */
function disorderly(gateway: BureauGateway, chance: Chances): BureauGateway {
  const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const stranger = (): BureauResultFile => ({
    fileName: "BAJG4400009999999999",
    results: [
      { resultId: "stranger", submissionKey: "NOBODY:1", atMs: 0, kind: "DOMAIN_CHECK", passed: true },
    ],
  });
  return {
    ...gateway,
    async results(provinceCode, limit) {
      const answer = await gateway.results(provinceCode, limit);
      if (answer.kind !== "ANSWERED" || answer.value === null) return answer;
      const random = chance.of(provinceCode);
      const files = shuffled(answer.value.files, random)
        .filter(() => random() < 0.7)
        .map((file) => ({ ...file, results: shuffled(file.results, random) }));
      return { ...answer, value: { files: random() < 0.1 ? [...files, stranger()] : files, unreadable: [] } };
    },
  };
}

export interface Storm {
  readonly seed: number;
  readonly filings: number;
  /** Further damage to the gateway: the broken variants of negative controls. */
  readonly breakGateway?: (gateway: BureauGateway) => BureauGateway;
}

const PER_TURN = 4;
const CALM_TURNS = 150;

/**
 * Files orders through the storm, a few in each turn, dying now and then; then the weather calms down and everything
 * has time to end. The caller closes the rig.
 */
export async function weather({ seed, filings, breakGateway = (gateway) => gateway }: Storm) {
  const random = randomOf(seed);
  const chance = chances(seed);
  const wrapGateway = (gateway: BureauGateway) => breakGateway(disorderly(gateway, chance));
  const rig = await openDeliveryRig({ wrapGateway, seed: String(seed) });
  const failures = { recordError: 0.04, domainFail: 0.05, smsTimeout: 0.05, smsLocked: 0.03, refuse: 0.05 };
  await rig.bureau.control({
    clockFactor: 360,
    autoVerifySms: true,
    failures: { ...failures, duplicateResult: 0.2 },
  });
  rig.proxy.judgeBy((call) => faultOf(call, chance.ofCall(call)));
  const orders: string[] = [];
  while (orders.length < filings) {
    for (let filed = 0; filed < PER_TURN && orders.length < filings; filed += 1) {
      const [letter, provinceCode] = random() < 0.5 ? ["G", GUANGDONG] : ["B", BEIJING];
      const orderNo = `${letter}${orders.length + 1}`;
      await rig.inProvince(orderNo, provinceCode ?? GUANGDONG);
      orders.push(orderNo);
    }
    await rig.turn(10_000);
    if (random() < 0.3) await rig.proxy.arrive();
    if (random() < 0.1) rig.restart();
  }
  await rig.proxy.arrive();
  rig.proxy.judgeBy(() => null);
  for (let turn = 0; turn < CALM_TURNS && !(await allEnded(rig, orders)); turn += 1) await rig.turn(60_000);
  return { rig, orders };
}

async function allEnded(rig: DeliveryRig, orders: readonly string[]): Promise<boolean> {
  for (const orderNo of orders) {
    const status = await rig.statusOf(orderNo);
    if (status === null || status === "PENDING_BUREAU_SUBMISSION" || isOnTheRoad(status)) return false;
  }
  return true;
}
