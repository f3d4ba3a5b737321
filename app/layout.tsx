import "./_styles/build/style.css";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Footer } from "./_components/footer";
import { PageHeader } from "./_components/page-header";
import { SkipLink } from "./_components/skip-link";
import { findViewer } from "./_shell/viewer";

const typeface = "/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2";

export const metadata: Metadata = {
  title: { default: "Maths Hubs Enrolment", template: "%s – Maths Hubs Enrolment" },
  description:
    "Find free professional development for teachers of maths in England, apply once, and know when you will hear.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#ffffff" };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is made on demand: its scripts carry the nonce of this one request.
  await connection();
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <link rel="preload" as="font" type="font/woff2" href={typeface} crossOrigin="anonymous" />
      </head>
      <body className="govuk-template__body">
        <SkipLink href="#main">Skip to main content</SkipLink>
        <PageHeader viewer={await findViewer()} />
        {children}
        <Footer />
      </body>
    </html>
  );
}
