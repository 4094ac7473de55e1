import type { DeliveryStore } from "../ports/delivery-store";
import { bureauBatches } from "./bureau-batches";
import type { Client } from "./connection";
import { outboxLeases } from "./outbox-leases";
import { query } from "./statements";

/** What workers need: leased messages, notices, and the conversation with the bureaus. */
export function sqliteDeliveryStore(client: Client): DeliveryStore {
  const notify = query<[string, string, string, number], never>(
    client,
    "INSERT INTO notifications (order_no, target, template, at_ms) VALUES (?, ?, ?, ?)",
  );
  return {
    ...outboxLeases(client),
    ...bureauBatches(client),
    async recordNotification({ orderNo, target, template, atMs }) {
      notify().run(orderNo, target, template, atMs);
    },
  };
}
