import type { Application } from "#shared/domain/filing/application";
import type { FilingType } from "#shared/domain/filing/filing-type";
import { orderResources } from "../schema/rule-facts";
import type { Client } from "./connection";
import { insertInto, query } from "./statements";

/** Filing types that put new services on a resource; a change describes those that are counted already. */
const NEW_SERVICES: readonly FilingType[] = ["FIRST_FILING", "ADD_ACCESS", "ADD_SERVICE"];

/** Replaces what an order is known to use by what this document names. */
export type IndexResources = (orderNo: string, application: Application) => void;

export function resourceIndex(client: Client): IndexResources {
  const drop = query<[string], never>(client, "DELETE FROM order_resources WHERE order_no = ?");
  const insert = insertInto(client, orderResources);
  return (orderNo, application) => {
    drop().run(orderNo);
    const add = (kind: "INSTANCE" | "AUTH_CODE", values: readonly string[]) => {
      for (const value of new Set(values)) {
        insert({ kind, value, orderNo, services: values.filter((other) => other === value).length });
      }
    };
    if (NEW_SERVICES.includes(application.filingType)) add("INSTANCE", instanceIdsOf(application));
    add("AUTH_CODE", authCodesOf(application));
  };
}

/** The resource of each service that names one. */
export function instanceIdsOf({ services }: Application): string[] {
  return services.map(({ resource }) => resource?.instanceId ?? "").filter((id) => id !== "");
}

/** The authorisation code of each service that names one. */
export function authCodesOf({ services }: Application): string[] {
  return services.map(({ resource }) => resource?.authCode?.code ?? "").filter((code) => code !== "");
}
