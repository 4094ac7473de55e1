import { z } from "zod";
import * as contract from "#shared/contract/intake-v1";
import { applicationSchema } from "#shared/domain/filing/application";
import { refuse } from "#shared/domain/order/refusal";
import { render } from "./answer";
import { CALLS, type DescribedCall, type ProblemCode } from "./openapi-calls";
import { isIntakeProblem, problem, refusalProblem } from "./problems";

/** Every schema of the description by name: what is sent first, then what is answered. */
const REQUEST_SCHEMAS = {
  OrderDocument: applicationSchema,
  SmsVerify: contract.smsVerifyInputSchema,
  SmsResend: contract.smsResendInputSchema,
  Empty: contract.emptyRequestSchema,
} as const;

const ANSWER_SCHEMAS = {
  Material: contract.materialAnswerSchema,
  Submitted: contract.submitAnswerSchema,
  Checked: contract.checkAnswerSchema,
  Revised: contract.revisionAnswerSchema,
  Moved: contract.commandAnswerSchema,
  OrderView: contract.orderViewSchema,
  SmsVerified: contract.smsVerifyAnswerSchema,
  SmsResent: contract.smsResendAnswerSchema,
  Problem: contract.problemSchema,
} as const;

/** Problems that every call with a key may answer. */
const ALWAYS: readonly ProblemCode[] = ["UNAUTHORIZED", "INTERNAL_ERROR"];

let described: object | null = null;

/** The intake API as an OpenAPI 3.1 document, made of the very schemas that requests are parsed with. */
export function intakeOpenApi(): object {
  described ??= describe();
  return described;
}

function describe(): object {
  const paths: Record<string, Record<string, object>> = {
    "/openapi.json": {
      get: {
        operationId: "describe",
        summary: "This description",
        security: [],
        responses: { 200: { description: "OpenAPI 3.1", content: { "application/json": {} } } },
      },
    },
  };
  for (const call of CALLS) paths[call.path] = { ...paths[call.path], [call.method]: operation(call) };
  return {
    openapi: "3.1.0",
    info: {
      title: "ICP filing intake",
      version: "1",
      description:
        "For the filing systems of customers. Errors are application/problem+json with a stable code and sentences in Chinese and English; nothing was changed when one is answered. A request repeated under its Idempotency-Key gets the first answer again, marked Idempotency-Replayed.",
    },
    servers: [{ url: contract.INTAKE_BASE_PATH }],
    security: [{ intakeKey: [] }],
    paths,
    components: { securitySchemes: { intakeKey: { type: "http", scheme: "bearer" } }, schemas: schemas() },
  };
}

function schemas(): Record<string, object> {
  const named: Record<string, object> = {};
  for (const [name, schema] of Object.entries(REQUEST_SCHEMAS)) named[name] = jsonSchema(schema, "input");
  for (const [name, schema] of Object.entries(ANSWER_SCHEMAS)) named[name] = jsonSchema(schema, "output");
  return named;
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

function operation(call: DescribedCall): object {
  return {
    operationId: call.id,
    summary: call.summary,
    description: call.description,
    parameters: parameters(call),
    ...(call.request === null ? {} : { requestBody: requestBody(call) }),
    responses: {
      [call.status]: {
        description: "Done",
        content: { "application/json": { schema: ref(call.answer), example: call.answerExample } },
      },
      ...problemResponses([...ALWAYS, ...call.problems]),
    },
  };
}

function parameters(call: DescribedCall): object[] {
  const inPath = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: name === "sha256" ? { type: "string", pattern: "^[0-9a-fA-F]{64}$" } : { type: "string" },
  }));
  if (call.method !== "post") return inPath;
  const maxLength = contract.INTAKE_LIMITS.idempotencyKeyCharacters;
  const schema = { type: "string", minLength: 1, maxLength, pattern: "^[\\x21-\\x7e]+$" };
  return [...inPath, { name: "Idempotency-Key", in: "header", required: true, schema }];
}

function requestBody({ request, requestExamples }: DescribedCall): object {
  if (request === "BYTES") {
    const types = ["image/jpeg", "image/png", "application/pdf", "application/octet-stream"];
    return { required: true, content: Object.fromEntries(types.map((type) => [type, {}])) };
  }
  const examples = Object.fromEntries(
    Object.entries(requestExamples).map(([name, value]) => [name, { value }]),
  );
  const content = { "application/json": { schema: ref(request ?? "Empty"), examples } };
  return { required: request !== "Empty", content };
}

/** The problems of a call by their HTTP status, each code with an example. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, Record<string, { value: unknown }>>();
  for (const code of codes) {
    const shown = isIntakeProblem(code) ? problem(code) : refusalProblem(refuse(code), null);
    const examples = byStatus.get(shown.status) ?? {};
    examples[code] = { value: JSON.parse(render(shown, true).text) };
    byStatus.set(shown.status, examples);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, examples]) => [
      status,
      {
        description: Object.keys(examples).join(", "),
        content: { "application/problem+json": { schema: ref("Problem"), examples } },
      },
    ]),
  );
}

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}
