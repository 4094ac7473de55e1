import type { Application } from "#shared/domain/filing/application";
import type { RuleFacts } from "#shared/domain/rules/rule-input";
import type { Keyring } from "../crypto/keyring";
import type { FactRequest } from "../ports/rule-store";
import { accountBindingReader } from "./account-binding";
import { blacklistReader } from "./blacklist-hits";
import type { Client } from "./connection";
import type { Documents } from "./documents";
import { factReader } from "./facts";
import { fileFactReader } from "./file-facts";
import type { OrderTable } from "./order-table";
import { otherEntityReader } from "./other-entities";
import { resourceFactReader } from "./resource-facts";

/** Everything the rules need to know from elsewhere, read without a turn of the event loop in between. */
export type ReadRuleFacts = (request: FactRequest) => RuleFacts;

export function ruleFactReader(
  client: Client,
  keyring: Keyring,
  documents: Pick<Documents, "read">,
  orders: Pick<OrderTable, "load">,
): ReadRuleFacts {
  const facts = factReader(client, keyring);
  const accountBinding = accountBindingReader(client, keyring);
  const blacklist = blacklistReader(client, keyring);
  const otherEntities = otherEntityReader(client, keyring, documents);
  const resources = resourceFactReader(client);
  const files = fileFactReader(client, keyring);

  return (request) => {
    const { orderNo, application } = request;
    const { accountId, transfer, entity } = application;
    const accountIds = transfer ? [accountId, transfer.fromAccountId, transfer.toAccountId] : [accountId];
    const { certType, certNumber } = entity;
    const certificate = { certType, certNumber };
    const openOrdersOf = { accountIds: [...new Set(accountIds)], certificate };
    const openOf = (accountId: string) =>
      facts({ openOrdersOf: { accountIds: [accountId], certificate: null } }, orderNo, 0).openOrderNos;
    const openOrders = facts({ openOrdersOf }, orderNo, 0).openOrderNos;
    return {
      openOrders,
      ...(openOrders.length > 0 ? { openOrderPlace: sharedPlace(application, openOf) } : {}),
      accountBinding: accountBinding(request),
      blacklist: blacklist(application),
      otherEntities: otherEntities(request),
      ...resources(request),
      ...files(request),
      confirmed: orderNo === null ? null : (orders.load(orderNo)?.confirmed ?? null),
    };
  };
}

/** What the open orders have in common with the document: an account it names, else its entity. */
function sharedPlace(
  { accountId, transfer }: Application,
  openOf: (accountId: string) => readonly string[],
): NonNullable<RuleFacts["openOrderPlace"]> {
  if (transfer && openOf(transfer.fromAccountId).length > 0) return "transfer.fromAccountId";
  if (transfer && openOf(transfer.toAccountId).length > 0) return "transfer.toAccountId";
  return openOf(accountId).length > 0 ? "accountId" : "entity.certNumber";
}
