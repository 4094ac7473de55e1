import express, { type ErrorRequestHandler, type RequestHandler, type Router } from "express";
import { emptyRequestSchema, smsResendInputSchema, smsVerifyInputSchema } from "#shared/contract/intake-v1";
import { applicationSchema } from "#shared/domain/filing/application";
import { sendAnswer } from "./answer";
import { endpoint, type IntakeDeps, postEndpoint } from "./endpoint";
import { Idempotency } from "./idempotency";
import { putMaterial } from "./material-endpoint";
import { intakeOpenApi } from "./openapi";
import * as orders from "./order-endpoints";
import { problem } from "./problems";
import { resendSms, verifySms } from "./sms-endpoints";

/**
 * The API that customers' filing systems call (contracts.md §2), to be mounted at `INTAKE_BASE_PATH` ahead of any
 * body parser: it reads its bodies itself.
 */
export function createIntakeRouter(deps: IntakeDeps): Router {
  const router = express.Router({ caseSensitive: true });
  const idempotency = new Idempotency(deps);
  const command = (run: typeof orders.withdraw) =>
    postEndpoint(deps, idempotency, { schema: emptyRequestSchema, run });

  serve(router, "/openapi.json", "GET", openApi);
  serve(router, "/materials/:sha256", "PUT", endpoint(deps, putMaterial));
  serve(
    router,
    "/orders",
    "POST",
    postEndpoint(deps, idempotency, { schema: applicationSchema, run: orders.submit }),
  );
  serve(
    router,
    "/orders/check",
    "POST",
    postEndpoint(deps, null, { schema: applicationSchema, run: orders.check }),
  );
  serve(router, "/orders/:orderNo", "GET", endpoint(deps, orders.view));
  serve(
    router,
    "/orders/:orderNo/revisions",
    "POST",
    postEndpoint(deps, idempotency, { schema: applicationSchema, run: orders.revise }),
  );
  serve(router, "/orders/:orderNo/withdraw", "POST", command(orders.withdraw));
  serve(router, "/orders/:orderNo/abandon", "POST", command(orders.abandon));
  serve(router, "/orders/:orderNo/confirm", "POST", command(orders.confirm));
  serve(router, "/orders/:orderNo/resubmit-unchanged", "POST", command(orders.resubmitAsIs));
  serve(
    router,
    "/orders/:orderNo/sms/verify",
    "POST",
    postEndpoint(deps, idempotency, { schema: smsVerifyInputSchema, run: verifySms }),
  );
  serve(
    router,
    "/orders/:orderNo/sms/resend",
    "POST",
    postEndpoint(deps, idempotency, { schema: smsResendInputSchema, run: resendSms }),
  );
  router.use(nowhere);
  router.use(unreadable);
  return router;
}

type Method = "GET" | "PUT" | "POST";

/** One address with its one method; every other method is told which one it is. */
function serve(router: Router, path: string, method: Method, handler: RequestHandler): void {
  const route = router.route(path);
  if (method === "GET") route.get(handler);
  else if (method === "PUT") route.put(handler);
  else route.post(handler);
  const allow = method === "GET" ? "GET, HEAD" : method;
  const otherMethod: RequestHandler = (request, response) =>
    sendAnswer(request, response, problem("METHOD_NOT_ALLOWED", { headers: { allow } }));
  route.all(otherMethod);
}

const openApi: RequestHandler = (_request, response) => {
  response.set("cache-control", "no-store");
  response.json(intakeOpenApi());
};

const nowhere: RequestHandler = (request, response) => sendAnswer(request, response, problem("NOT_FOUND"));

/** Reached by addresses that cannot be decoded; every handler answers for its own errors. */
const unreadable: ErrorRequestHandler = (_error, request, response, _next) => {
  sendAnswer(request, response, problem("NOT_FOUND"));
};
