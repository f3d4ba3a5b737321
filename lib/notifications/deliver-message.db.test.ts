import { inspect } from "node:util";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { messages } from "@/db/schema/notifications";
import { aPerson, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor, visitor } from "@/lib/access/actor";

interface Caught {
  readonly to: readonly string[];
  readonly text: string;
}

describe("a sign-in mail through a real mail server", () => {
  const t = testContext();
  const caught: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      done(address.startsWith("refused@") ? new Error(`No mailbox for ${address}`) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        caught.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.server.address();
    if (address === null || typeof address === "string") throw new Error("The catcher has no port");
    vi.stubEnv("DEMONSTRATION", "off");
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${address.port}`);
    vi.resetModules();
  });
  afterEach(() => caught.splice(0));
  afterAll(async () => {
    vi.unstubAllEnvs();
    vi.resetModules();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  test("reaches the address that asked, with its link and code, once however often it is delivered", async () => {
    const { requestSignIn } = await import("@/lib/people/request-sign-in");
    const { deliverMessage } = await import("./deliver-message");
    await aPerson(t.db, { name: "Leah Grant", email: "leah@schools.example" });
    await requestSignIn(t.as(visitor), { email: "leah@schools.example", sender: "192.0.2.1" });
    const [message] = await t.db
      .select({ id: messages.id })
      .from(messages)
      .where(eq(messages.toEmail, "leah@schools.example"));
    const job = { messageId: message?.id ?? "" };
    await deliverMessage(t.as(systemActor("deliver-message")), job);
    await deliverMessage(t.as(systemActor("deliver-message")), job);
    expect(caught.map(({ to }) => to)).toEqual([["leah@schools.example"]]);
    const text = (caught[0]?.text ?? "").replace(/=\r?\n/g, "").replaceAll("=3D", "=");
    expect(text).toMatch(/\/sign-in\/link\/[\w-]{43}/);
    expect(text).toMatch(/asked for it: \d{6}/);
    expect(text).toMatch(/^To: Leah Grant <leah@schools\.example>/m);
    const [sent] = await t.db.select().from(messages).where(eq(messages.id, job.messageId));
    expect(sent).toMatchObject({ sentAt: TEST_NOW, attempts: 1 });
    expect(sent?.body, "the outbox keeps nothing that signs anybody in").not.toMatch(/[\w-]{43}|\d{6}$/m);
  });

  test("that the server refuses fails without the address in what is logged", async () => {
    const { deliverMessage } = await import("./deliver-message");
    const [message] = await t.db
      .insert(messages)
      .values({
        purpose: "sign_in",
        toName: "Leah Grant",
        toEmail: "refused@schools.example",
        subject: "Sign in",
        body: "Hello",
        createdAt: TEST_NOW,
      })
      .returning({ id: messages.id });
    const fault: unknown = await deliverMessage(t.as(systemActor("deliver-message")), {
      messageId: message?.id ?? "",
    }).catch((thrown: unknown) => thrown);
    expect(String(fault)).toContain("The mail was not taken: EENVELOPE");
    expect(inspect(fault, { depth: 9 })).not.toContain("refused@");
  });
});
