import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { DOCUMENT_EXAMPLES } from "#server/intake/openapi-examples";
import { INTAKE_PROBLEMS } from "#shared/contract/intake-problems";
import * as contract from "#shared/contract/intake-v1";
import { applicationSchema } from "#shared/domain/filing/application";
import { FILING_TYPES } from "#shared/domain/filing/filing-type";
import { type IntakeRig, openIntakeRig } from "#test/support/intake-rig";

let rig: IntakeRig;
beforeEach(async () => {
  rig = await openIntakeRig();
});
afterEach(() => rig.close());

/** The calls of contracts.md §2, written down by hand. */
const CALLS = [
  "PUT /materials/{sha256}",
  "POST /orders",
  "POST /orders/check",
  "POST /orders/{orderNo}/revisions",
  "POST /orders/{orderNo}/withdraw",
  "POST /orders/{orderNo}/abandon",
  "POST /orders/{orderNo}/confirm",
  "POST /orders/{orderNo}/resubmit-unchanged",
  "GET /orders/{orderNo}",
  "POST /orders/{orderNo}/sms/verify",
  "POST /orders/{orderNo}/sms/resend",
  "GET /openapi.json",
];

const content = z.record(
  z.string(),
  z.object({
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.object({ value: z.unknown().optional() })).optional(),
  }),
);
const description = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })).optional(),
        requestBody: z.object({ content }).optional(),
        responses: z.record(z.string(), z.object({ content })),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.object({ type: z.string().optional() }).loose()) }),
});

async function described() {
  const { status, text, body } = await rig.call("GET", "/openapi.json", { secret: null });
  expect(status).toBe(200);
  return { text, document: description.parse(body) };
}

const ANSWERS: Record<string, z.ZodType> = {
  putMaterial: contract.materialAnswerSchema,
  submitOrder: contract.submitAnswerSchema,
  checkOrder: contract.checkAnswerSchema,
  getOrder: contract.orderViewSchema,
  reviseOrder: contract.revisionAnswerSchema,
  withdrawOrder: contract.commandAnswerSchema,
  abandonOrder: contract.commandAnswerSchema,
  confirmOrder: contract.commandAnswerSchema,
  resubmitUnchanged: contract.commandAnswerSchema,
  verifySms: contract.smsVerifyAnswerSchema,
  resendSms: contract.smsResendAnswerSchema,
};

describe("GET /openapi.json", () => {
  it("describes every call, in OpenAPI 3.1, without a key", async () => {
    const { document } = await described();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: "/api/intake/v1" }]);
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(calls.sort()).toEqual([...CALLS].sort());
  });

  it("describes nothing that is not served", async () => {
    for (const call of CALLS) {
      const [method = "", path = ""] = call.split(" ");
      const reply = await rig.call(
        method,
        path.replace("{sha256}", "a".repeat(64)).replace("{orderNo}", "BA1"),
      );
      expect(reply.body.code).not.toBe("NOT_FOUND");
      expect(reply.body.code).not.toBe("METHOD_NOT_ALLOWED");
    }
  });

  it("resolves each of its references", async () => {
    const { text, document } = await described();
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(CALLS.length);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(names)]));
  });

  it("gives examples that are true: requests parse, answers have their shape", async () => {
    const { document } = await described();
    for (const [type, example] of Object.entries(DOCUMENT_EXAMPLES)) {
      expect(applicationSchema.parse(example).filingType).toBe(type);
    }
    expect(Object.keys(DOCUMENT_EXAMPLES).sort()).toEqual([...FILING_TYPES].sort());
    for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
      const schema = ANSWERS[operation.operationId];
      const done = operation.responses["200"] ?? operation.responses["201"];
      if (schema !== undefined)
        expect(schema.safeParse(done?.content["application/json"]?.example).success).toBe(true);
    }
  });

  it("names every problem code where it may come, with a whole problem as example", async () => {
    const { document } = await described();
    const codes = new Set<string>();
    for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const examples = response.content["application/problem+json"]?.examples ?? {};
        for (const [code, example] of Object.entries(examples)) {
          codes.add(code);
          expect(contract.problemSchema.parse(example.value)).toMatchObject({ code, status: Number(status) });
        }
      }
    }
    const ofAddresses = ["NOT_FOUND", "METHOD_NOT_ALLOWED"];
    expect(
      [...Object.keys(INTAKE_PROBLEMS), "OPEN_ORDER_EXISTS", "IMMUTABLE_FIELD"].filter(
        (code) => !codes.has(code),
      ),
    ).toEqual(ofAddresses);
  });

  it("asks every POST for an Idempotency-Key", async () => {
    const { document } = await described();
    for (const methods of Object.values(document.paths)) {
      if (methods.post === undefined) continue;
      expect(methods.post.parameters).toContainEqual(
        expect.objectContaining({ name: "Idempotency-Key", required: true }),
      );
    }
  });
});
