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
    await outgoing.sendMail({
      messageId: `<${mail.id}@maths-hubs.example>`,
      to: { name: mail.toName, address: mail.toEmail },
      subject: mail.subject,
      text: mail.body,
    });
  };
}
