import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/lib/kernel/env";

export interface Mail {
  /** The outbox row: becomes the Message-ID, so that a mail sent twice is one mail to a mail program. */
  readonly id: string;
  readonly toName: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly body: string;
}

let transporter: Transporter | undefined;

/** How mails leave, or undefined when no mail server is set. */
export function mailTransport(): ((mail: Mail) => Promise<void>) | undefined {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return undefined;
  transporter ??= nodemailer.createTransport(SMTP_URL, {
    from: MAIL_FROM,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const outgoing = transporter;
  return async (mail) => {
    try {
      await outgoing.sendMail({
        messageId: `<${mail.id}@maths-hubs.example>`,
        to: { name: mail.toName, address: mail.toEmail },
        subject: mail.subject,
        text: mail.body,
      });
    } catch (fault) {
      throw new Error(sayMailFault(fault));
    }
  };
}

/** Mail servers repeat the address they refuse, and faults are logged: the codes say enough. */
function sayMailFault(fault: unknown): string {
  const codes = ["code", "command", "responseCode"].map((name): unknown => Reflect.get(Object(fault), name));
  return `The mail was not taken: ${codes.filter(Boolean).join(" ") || "no code"}`;
}
