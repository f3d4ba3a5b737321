import NextAuth, { type AuthOptions } from "next-auth";

/** What is asked of next-auth, in its own protocol: `["callback", "persona"]` is POST /api/auth/callback/persona. */
export interface NextAuthQuestion {
  readonly method: "GET" | "POST";
  readonly path: readonly string[];
  readonly cookies: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
}

export interface NextAuthAnswer {
  /** Where it sends the browser. */
  readonly location: string | undefined;
  /** `Set-Cookie` headers. */
  readonly cookies: readonly string[];
  readonly body: unknown;
}

interface MemoryRequest {
  readonly method: string;
  readonly query: Record<string, string | readonly string[]>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Record<string, string>;
  readonly body: Readonly<Record<string, string>>;
}

/** The part of a response that next-auth writes to, kept in memory. */
class MemoryResponse {
  readonly headers = new Map<string, string | readonly string[]>();
  body: unknown;

  status(): this {
    return this;
  }
  setHeader(name: string, value: string | readonly string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }
  getHeader(name: string): string | readonly string[] | undefined {
    return this.headers.get(name.toLowerCase());
  }
  json(body: unknown): void {
    this.body = body;
  }
  send(body: unknown): void {
    this.body = body;
  }
  end(): void {}
}

type Handler = (request: MemoryRequest, response: MemoryResponse) => Promise<void>;

/**
 * Asks next-auth without a request of the browser's: server actions and our one route talk to it through this.
 * next-auth 4 has no signing in on the server for the app router; its handler for Node's request and response does the
 * same work and takes both as arguments, so nothing is read or set behind our back.
 */
export async function askNextAuth(options: AuthOptions, question: NextAuthQuestion): Promise<NextAuthAnswer> {
  const handle: Handler = NextAuth(options);
  const response = new MemoryResponse();
  const { method, path, cookies, query, body } = question;
  await handle(
    { method, query: { ...query, nextauth: path }, cookies, headers: {}, body: body ?? {} },
    response,
  );
  const location = response.getHeader("location");
  return {
    location: typeof location === "string" ? location : undefined,
    cookies: [response.getHeader("set-cookie") ?? []].flat(),
    body: response.body,
  };
}

/**
 * Posts to next-auth as its own sign-in page does: fetches the form token with its cookie, then sends both back.
 * The cookie never leaves the server; what guards our forms is described in docs/decisions.
 */
export async function postToNextAuth(
  options: AuthOptions,
  question: Pick<NextAuthQuestion, "path" | "query"> & { body: Readonly<Record<string, string>> },
): Promise<NextAuthAnswer> {
  const token = await askNextAuth(options, { method: "GET", path: ["csrf"], cookies: {} });
  const csrfToken = Reflect.get(Object(token.body), "csrfToken");
  return askNextAuth(options, {
    ...question,
    method: "POST",
    cookies: Object.fromEntries(token.cookies.map(nameAndValue)),
    body: { ...question.body, csrfToken: String(csrfToken) },
  });
}

/** The name and value of a `Set-Cookie` header. */
export function nameAndValue(header: string): [name: string, value: string] {
  const pair = header.slice(0, header.indexOf(";") === -1 ? undefined : header.indexOf(";"));
  const equals = pair.indexOf("=");
  return [pair.slice(0, equals), decodeURIComponent(pair.slice(equals + 1))];
}
