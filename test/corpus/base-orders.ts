import type { DemoFile } from "#server/demo/generator/finish-order";
import { generateDemoOrder } from "#server/demo/generator/generate-demo-order";
import type { Application } from "#shared/domain/filing/application";
import { FILING_KINDS, kindCode } from "#shared/domain/filing/filing-type";
import type { ServiceKind } from "#shared/domain/filing/service";

/** The day of every submission of the corpus, in Shanghai: a Monday without holidays near. */
export const SUBMITTED_ON = "2026-03-02";
export const SUBMITTED_AT_MS = Date.parse(`${SUBMITTED_ON}T10:00:00+08:00`);

const SEED = 11;
const FAR_ENOUGH = 12_000;

/** Which clean order of the demo generator a case starts from; what is left out does not matter. */
export interface BaseQuery {
  /** A sub-kind such as `ADD_ACCESS/OURS`. */
  readonly kind: string;
  /** `330000` */
  readonly province?: string;
  readonly nature?: number;
  /** The kinds of the order's services, in their order. */
  readonly services?: readonly ServiceKind[];
  /** Whether the ERP looks after the services as well. */
  readonly sameSrp?: boolean;
  readonly where?: (application: Application) => boolean;
}

export interface BaseOrder {
  readonly application: Application;
  readonly files: readonly DemoFile[];
}

const pools = new Map<string, BaseOrder[]>();

/** The first order of the generator that suits; the same query always gets the same order. */
export function baseOrder(query: BaseQuery): BaseOrder {
  for (let index = 0; index < FAR_ENOUGH; index += 1) {
    const order = orderAt(query.kind, index);
    if (suits(order.application, query)) return order;
  }
  throw new Error(`no clean order suits ${JSON.stringify(query)}`);
}

function orderAt(kind: string, index: number): BaseOrder {
  const pool = pools.get(kind) ?? [];
  pools.set(kind, pool);
  for (let next = pool.length; next <= index; next += 1) pool.push(generated(kind, next));
  const order = pool[index];
  if (order === undefined) throw new Error(`no order ${index} of ${kind}`);
  return order;
}

function generated(kind: string, index: number): BaseOrder {
  const filingKind = FILING_KINDS.find((candidate) => kindCode(candidate) === kind);
  if (filingKind === undefined) throw new Error(`no filing kind ${kind}`);
  const input = { seed: SEED, index, atMs: SUBMITTED_AT_MS, filingKind, defects: "NONE" } as const;
  const { application, files } = generateDemoOrder(input);
  return { application, files };
}

function suits(application: Application, query: BaseQuery): boolean {
  const { province, nature, services, sameSrp, where } = query;
  const { entity } = application;
  if (province !== undefined && entity.region.provinceCode !== province) return false;
  if (nature !== undefined && entity.nature !== nature) return false;
  if (services !== undefined && services.join() !== application.services.map((one) => one.kind).join())
    return false;
  if (sameSrp !== undefined && sameSrp !== hasSameSrp(application)) return false;
  return where?.(application) ?? true;
}

function hasSameSrp({ services }: Application): boolean {
  return services.every(({ responsiblePerson }) => responsiblePerson?.sameAsEntity === true);
}

type Wish = Partial<Omit<BaseQuery, "kind">>;

/** Kinds whose documents list the services that the order is about, and not all or none. */
const NAMES_ITS_SERVICES =
  /^(FIRST_FILING|ADD_|CHANGE_SERVICE|CHANGE_BOTH|CANCEL_ACCESS|DEREGISTER_SERVICE)/u;

/** An ordinary company with its legal representative as ERP and one website, in Zhejiang unless told otherwise. */
export function company(kind: string, wish: Wish = {}): BaseQuery {
  return {
    ...ordinary(kind, 4),
    ...wish,
    where: (application) => isOrdinaryCompany(application) && (wish.where?.(application) ?? true),
  };
}

/** A person who files at home, with one website, in Zhejiang unless told otherwise. */
export function individual(kind: string, wish: Wish = {}): BaseQuery {
  return {
    ...ordinary(kind, 5),
    ...wish,
    where: (application) => isAtHome(application) && (wish.where?.(application) ?? true),
  };
}

function ordinary(kind: string, nature: number): BaseQuery {
  const services = NAMES_ITS_SERVICES.test(kind) ? { services: ["WEBSITE"] as const } : {};
  return { kind, province: "330000", nature, ...services };
}

function isOrdinaryCompany({ entity, evidence }: Application): boolean {
  return (
    evidence?.companyRegistry?.entityKind === "有限责任公司" &&
    entity.responsiblePerson?.isLegalRepresentative === true &&
    entity.responsiblePerson.idType === 2 &&
    (evidence.domains ?? []).every(({ holderRelation }) => holderRelation === "ENTITY")
  );
}

function isAtHome({ entity }: Application): boolean {
  return entity.certNumber.slice(0, 2) === entity.region.provinceCode.slice(0, 2);
}
