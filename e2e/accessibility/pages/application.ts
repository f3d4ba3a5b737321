import type { Scene } from "../scene";
import type { Applications } from "../scenes/applications";
import { errorAfter, type Sight } from "../sight";

const page = "(school)/school/applications/[applicationId]";

type Stage = "started" | "filled" | "sent" | "withHub" | "withdrawn";

function of(stage: keyof Applications & Stage, path = "") {
  return ({ applications }: Scene) => `${applications[stage]}${path}`;
}

/** A question as it is asked, filled in, and sent without an answer. */
function question(path: string): Sight[] {
  return [
    { page: `${page}${path}`, by: "school", at: of("filled", path) },
    { page: `${page}${path}`, by: "school", state: "empty", at: of("started", path) },
    {
      page: `${page}${path}`,
      by: "school",
      state: "error",
      at: of("started", path),
      after: errorAfter(/^(Save and continue|Add this person)$/),
    },
  ];
}

/** A page without anything to fill in. */
function shown(path: string, stage: Stage): Sight {
  return { page: `${page}${path}`, by: "school", state: stage, at: of(stage, path) };
}

export const applicationPages: readonly Sight[] = [
  shown("", "started"),
  shown("", "sent"),
  shown("", "withHub"),
  shown("", "withdrawn"),
  ...question("/wishes"),
  shown("/wishes/best", "filled"),
  shown("/wishes/meeting", "filled"),
  ...question("/wishes/travel"),
  ...question("/participants"),
  ...question("/participants/add"),
  ...question("/commitment"),
  ...question("/headteacher"),
  shown("/check", "started"),
  shown("/check", "filled"),
  shown("/sent", "sent"),
  shown("/sent", "withHub"),
  shown("/switch", "sent"),
  shown("/withdraw", "sent"),
  { page: `${page}/place`, by: "school", at: ({ places }) => `${places.offered}/place` },
  { page: `${page}/place`, by: "school", state: "waiting", at: ({ places }) => `${places.waiting}/place` },
  { page: `${page}/place/decline`, by: "school", at: ({ places }) => `${places.offered}/place/decline` },
  {
    page: `${page}/place/decline`,
    by: "school",
    state: "error",
    at: ({ places }) => `${places.offered}/place/decline`,
    after: errorAfter("Decline the place"),
  },
];
