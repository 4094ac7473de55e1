import type { StaffErrorData } from "#shared/contract/staff-refusals";

/** What a call came to: the data of a result, or the data of an error. */
export interface CallAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly error: StaffErrorData | null;
  readonly text: string;
  readonly headers: Headers;
}

export interface Caller {
  readonly cookie: string | null;
  /** A staff API call as the client makes it; `headers` adds to or replaces what it sends. */
  call<T = Record<string, unknown>>(
    path: string,
    input?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<CallAnswer<T>>;
  /** As `call`, for steps a test takes for granted. */
  must<T = Record<string, unknown>>(path: string, input?: unknown): Promise<T>;
  signIn(
    username: string,
    password: string,
  ): Promise<{ status: number; cookie: string | null; body: Record<string, unknown>; setCookie: string }>;
  signOut(): Promise<number>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The open event stream; `end` resolves when the server ends it. */
  stream(lastEventId?: string): Promise<OpenStream>;
}

export interface OpenStream {
  readonly status: number;
  /** Everything that came so far. */
  text(): string;
  readonly ended: Promise<void>;
  close(): void;
}

const JSON_HEADERS = { "content-type": "application/json", "x-icp-client": "1" };

/** Speaks to the server as one person (or nobody) would: a cookie, our header, JSON. */
export function createCaller(url: string, cookie: string | null): Caller {
  const cookies: Record<string, string> = cookie === null ? {} : { cookie };

  const caller: Caller = {
    cookie,
    async call<T>(path: string, input: unknown = {}, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${url}/trpc/${path}`, {
        method: "POST",
        headers: { ...JSON_HEADERS, ...cookies, ...headers },
        body: JSON.stringify(input),
      });
      const text = await response.text();
      const body: { result?: { data: T }; error?: { data: StaffErrorData } } = JSON.parse(text);
      const error = body.error?.data ?? null;
      const data = body.result?.data ?? (null as T);
      return { status: response.status, data, error, text, headers: response.headers };
    },
    async must<T>(path: string, input?: unknown) {
      const { status, data, text } = await caller.call<T>(path, input);
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
      return data;
    },
    async signIn(username, password) {
      const response = await fetch(`${url}/api/auth/sign-in/username`, {
        method: "POST",
        headers: { ...JSON_HEADERS, ...cookies },
        body: JSON.stringify({ username, password }),
      });
      const setCookie = response.headers.get("set-cookie") ?? "";
      const given = /^([^;]+)/.exec(setCookie)?.[1] ?? null;
      const body: Record<string, unknown> = JSON.parse(await response.text());
      return { status: response.status, cookie: given, body, setCookie };
    },
    async signOut() {
      const headers = { ...JSON_HEADERS, ...cookies };
      const response = await fetch(`${url}/api/auth/sign-out`, { method: "POST", headers, body: "{}" });
      await response.text();
      return response.status;
    },
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers: { ...cookies, ...headers } }),
    stream: (lastEventId) => openStream(url, cookies, lastEventId),
  };
  return caller;
}

async function openStream(
  url: string,
  cookies: Readonly<Record<string, string>>,
  lastEventId: string | undefined,
): Promise<OpenStream> {
  const stop = new AbortController();
  const headers = { ...cookies, ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }) };
  const response = await fetch(`${url}/trpc/events.stream`, { headers, signal: stop.signal });
  let text = "";
  const read = async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    } catch {
      // A cut connection ends the stream too.
    }
  };
  const ended = read();
  return { status: response.status, text: () => text, ended, close: () => stop.abort() };
}
