import type { Keyring } from "../crypto/keyring";
import type { RuleStore } from "../ports/rule-store";
import type { AppendAudit } from "./audit-log";
import { authCodeStore } from "./auth-code-store";
import { blacklistStore } from "./blacklist-store";
import type { Client } from "./connection";
import { documents } from "./documents";
import { findingLists } from "./finding-lists";
import { findingStore } from "./finding-store";
import { orderTable } from "./order-table";
import { ruleChangeLog } from "./rule-changes";
import { ruleConfigStore } from "./rule-config-store";
import { ruleFactReader } from "./rule-facts";
import { sealedTexts } from "./sealed-texts";
import { searchIndex } from "./search-index";
import { templateStore } from "./template-store";

/** The part of the store that rules and their administration use; figures and configuration are read from `lists`. */
export function sqliteRuleStore(
  client: Client,
  lists: Client,
  keyring: Keyring,
  audit: AppendAudit,
): RuleStore {
  const texts = sealedTexts(client, keyring);
  const revisions = documents(client, keyring, texts, searchIndex(client));
  const facts = ruleFactReader(client, keyring, revisions, orderTable(client));
  const append = ruleChangeLog(client);
  return {
    ...findingStore(client, texts),
    ...findingLists(lists),
    ruleFacts: async (request) => facts(request),
    ...ruleConfigStore(client, lists, audit, append),
    ...blacklistStore(client, keyring, audit, append),
    ...authCodeStore(client, audit, append),
    ...templateStore(client, audit),
  };
}
