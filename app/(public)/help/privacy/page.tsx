import type { Metadata } from "next";
import { Page } from "@/app/_components/page";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <Page title="Privacy" narrow>
      <p>
        This service holds the names and work email addresses of people in schools and hubs, which school they
        work in, what they apply for and take part in, and who was at which session.
      </p>
      <p>
        Your hub uses it to place schools in groups and to run those groups. Nobody outside your school, your
        hub and your group’s lead sees it.
      </p>
      <h2>Notes about Targeted Support</h2>
      <p>
        They are read by the partner who supports the school, those at the hub who decide, and the school’s
        headteacher and maths lead. Each reading is recorded.
      </p>
      <h2>Your rights</h2>
      <p>You may ask your hub what it holds about you, and have it put right.</p>
    </Page>
  );
}
