import type { Metadata } from "next";

export const metadata: Metadata = { title: "Find a maths group for your school" };

export default function HomePage() {
  return <main id="main"><h1>Home</h1></main>;
}
