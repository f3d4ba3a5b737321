import "./_styles/build/style.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Footer } from "./_components/footer";
import { PageHeader } from "./_components/page-header";
import { SkipLink } from "./_components/skip-link";
import { ClockBanner } from "./_shell/clock-banner";
import { SoftNavigation } from "./_shell/soft-navigation";
import { findViewer } from "./_shell/viewer";

const typeface = "/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2";

export async function generateMetadata(): Promise<Metadata> {
  const prefix = (await isFailedForm()) ? "Error: " : "";
  return {
    title: { default: "Maths Hubs Enrolment", template: `${prefix}%s – Maths Hubs Enrolment` },
    description:
      "Find free professional development for teachers of maths in England, apply once, and know when you will hear.",
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#ffffff" };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is made on demand: its scripts carry the nonce of this one request.
  await connection();
  const viewer = await findViewer();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <link rel="preload" as="font" type="font/woff2" href={typeface} crossOrigin="anonymous" />
      </head>
      <body className="govuk-template__body">
        <SkipLink href="#main">Skip to main content</SkipLink>
        <PageHeader viewer={viewer} />
        <ClockBanner />
        {children}
        <Footer />
        <SoftNavigation />
      </body>
    </html>
  );
}

/** A page drawn in answer to a posted form is one whose form failed: success leads elsewhere. */
async function isFailedForm(): Promise<boolean> {
  const sent = await headers();
  return !sent.has("next-action") && Boolean(sent.get("content-type")?.startsWith("multipart/form-data"));
}
