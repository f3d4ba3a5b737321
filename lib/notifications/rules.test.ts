import { expect, test } from "vitest";
import { newCode, newSecret } from "@/lib/kernel/ids";
import { invitationMail, signInMail } from "@/lib/people/mails";
import { withoutSecrets } from "./rules";

const until = new Date("2026-05-13T09:10:00Z");

test("a sign-in mail keeps its words and neither link nor code", () => {
  const [secret, code] = [newSecret(), newCode()];
  const { body } = signInMail({ name: "Ada Okonjo", secret, code, until });
  const kept = withoutSecrets(body);
  expect(body).toContain(secret);
  expect(kept).not.toMatch(new RegExp(`${secret}|${code}`));
  expect(kept).toContain("Hello Ada Okonjo");
  expect(kept).toContain("/sign-in/link/…");
});

test("an invitation keeps its date", () => {
  const secret = newSecret();
  const about = {
    name: "Ada",
    role: "headteacher",
    place: "Hallbeck",
    inviter: "Ben",
    handsOver: false,
  } as const;
  const kept = withoutSecrets(invitationMail({ ...about, secret, until }).body);
  expect(kept).not.toContain(secret);
  expect(kept).toContain("Wednesday 13 May 2026");
});
