import type { Scene } from "../scene";
import type { Progress } from "../scenes/progress";
import { errorAfter, firstLinkOf, type Sight } from "../sight";

const weekdays = "(lead)/lead/weekdays";
const group = "(lead)/lead/groups/[workGroupId]";
const register = `${group}/sessions/[sessionId]`;
const review = `${group}/reviews/[applicationId]`;

type Address = "group" | "emptyGroup" | "register" | "registerOfNobody" | "registerAhead";

function of(name: keyof Progress & (Address | "toWrite" | "shared" | "answered"), path = "") {
  return ({ progress }: Scene) => `${progress[name]}${path}`;
}

export const leadPages: readonly Sight[] = [
  { page: "(lead)/lead", by: "lead", at: "/lead" },
  { page: "(lead)/lead", by: "newcomer", state: "empty", at: "/lead" },
  { page: weekdays, by: "leader", at: "/lead/weekdays" },
  { page: weekdays, by: "leader", state: "saved", at: "/lead/weekdays?saved=yes" },
  { page: weekdays, by: "newcomer", state: "empty", at: "/lead/weekdays" },
  {
    page: weekdays,
    by: "newcomer",
    state: "error",
    at: "/lead/weekdays",
    after: errorAfter("Save your days"),
  },
  { page: group, by: "lead", at: firstLinkOf("/lead", /\/lead\/groups\/[^/]+$/) },
  { page: group, by: "leader", state: "empty", at: of("emptyGroup") },
  { page: register, by: "leader", at: of("register") },
  { page: register, by: "leader", state: "saved", at: of("register", "?saved=yes") },
  { page: register, by: "leader", state: "empty", at: of("registerOfNobody") },
  { page: register, by: "leader", state: "too early", at: of("registerAhead") },
  { page: `${group}/reviews`, by: "leader", at: of("group", "/reviews") },
  { page: `${group}/reviews`, by: "leader", state: "empty", at: of("emptyGroup", "/reviews") },
  { page: review, by: "leader", at: of("toWrite") },
  {
    page: review,
    by: "leader",
    state: "error",
    at: of("toWrite"),
    after: errorAfter("Share with the school"),
  },
  { page: review, by: "leader", state: "shared", at: of("shared", "?shared=yes") },
  { page: review, by: "leader", state: "answered", at: of("answered") },
];
