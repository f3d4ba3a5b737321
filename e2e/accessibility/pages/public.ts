import type { Scene } from "../scene";
import { firstLinkOf, type Sight } from "../sight";

/** For a school that has done nothing yet; the others of the scene move on as the year does. */
const forQuiet =
  (path: string) =>
  ({ schools }: Scene) =>
    `${path}${path.includes("?") ? "&" : "?"}school=${schools.quiet}`;

export const publicPages: readonly Sight[] = [
  { page: "(public)", by: "visitor", at: "/" },
  { page: "(public)", by: "visitor", state: "no such page", at: "/no-such-page" },
  { page: "(public)/how-places-are-decided", by: "visitor", at: "/how-places-are-decided" },
  { page: "(public)/help/accessibility", by: "visitor", at: "/help/accessibility" },
  { page: "(public)/help/contact", by: "visitor", at: "/help/contact" },
  { page: "(public)/help/cookies", by: "visitor", at: "/help/cookies" },
  { page: "(public)/help/privacy", by: "visitor", at: "/help/privacy" },
  { page: "(public)/programmes", by: "visitor", at: "/programmes" },
  { page: "(public)/programmes", by: "visitor", state: "empty", at: "/programmes?q=nothing-of-this-name" },
  {
    page: "(public)/programmes",
    by: "school",
    state: "for a school",
    at: forQuiet("/programmes?phase=primary"),
  },
  { page: "(public)/programmes/[slug]", by: "visitor", at: "/programmes/mastering-number-ks2" },
  {
    page: "(public)/programmes/[slug]",
    by: "school",
    state: "not yet",
    at: forQuiet("/programmes/primary-tfm-sustaining"),
    after: (page) => page.getByText("We think this is wrong").click(),
  },
  {
    page: "(public)/programmes/[slug]",
    by: "school",
    state: "open",
    at: forQuiet("/programmes/primary-tfm-development"),
  },
  { page: "(public)/schools", by: "visitor", at: "/schools" },
  { page: "(public)/schools", by: "visitor", state: "found", at: "/schools?q=Primary" },
  { page: "(public)/schools", by: "visitor", state: "empty", at: "/schools?q=zzzzzz" },
  {
    page: "(public)/schools/[urn]",
    by: "visitor",
    at: firstLinkOf("/schools?q=Primary", /^\/schools\/\d+$/),
  },
];
