import type { Role } from "@/lib/access/actor";

/** Each role as it is written inside a sentence. */
export const roleWords: Readonly<Record<Role, string>> = {
  school_maths_lead: "maths lead",
  headteacher: "headteacher",
  trust_lead: "trust maths lead",
  participant: "participant",
  work_group_lead: "Work Group Lead",
  intensive_support_partner: "Intensive Support Partner",
  research_innovation_lead: "Research and Innovation Lead",
  assistant_hub_lead: "Assistant Maths Hub Lead",
  hub_lead: "Maths Hub Lead",
  deputy_hub_lead: "Deputy Maths Hub Lead",
  project_manager: "project manager",
  senior_leadership_link: "Senior Leadership Link",
  strategic_board: "Strategic Board member",
  national_team: "national team",
  operator: "operator",
};
