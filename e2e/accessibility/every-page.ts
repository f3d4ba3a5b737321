import { accountPages } from "./pages/account";
import { applicationPages } from "./pages/application";
import { groupPages } from "./pages/groups";
import { hubPages } from "./pages/hub";
import { leadPages } from "./pages/lead";
import { matchingPages } from "./pages/matching";
import { progressionPages } from "./pages/progression";
import { publicPages } from "./pages/public";
import { schoolPages } from "./pages/school";
import { supportPages } from "./pages/support";
import type { Sight } from "./sight";

/** Every page of the product, in each of its states. */
export const everyPage: readonly Sight[] = [
  ...publicPages,
  ...accountPages,
  ...schoolPages,
  ...applicationPages,
  ...hubPages,
  ...supportPages,
  ...groupPages,
  ...matchingPages,
  ...progressionPages,
  ...leadPages,
];

/** Pages that draw nothing, because they lead on. */
export const leadsOn: readonly string[] = ["(hub)/hub"];
