import { Button } from "@/app/_components/button";
import { ErrorSummary } from "@/app/_components/error-summary";
import { Input } from "@/app/_components/input";
import type { Pattern } from "./read-pattern";

interface PatternFormProps {
  readonly workGroupId: string;
  readonly pattern: Pattern;
}

/** Says how often the group meets; the answer is a list of dates to look at, and stands in the address. */
export function PatternForm({ workGroupId, pattern: { values, errors } }: PatternFormProps) {
  const field = (name: keyof Pattern["values"]) => ({
    name,
    defaultValue: values[name],
    errorMessage: errors.find((error) => error.field === name)?.message,
  });
  return (
    <>
      {errors.length > 0 ? (
        <ErrorSummary
          errors={errors.map(({ field: name, message }) => ({ text: message, href: `#${name}` }))}
        />
      ) : null}
      <form
        method="get"
        action={`/hub/work-groups/${workGroupId}/sessions`}
        aria-label="Propose dates"
        noValidate
      >
        <div className="session-row__fields session-row__fields--even">
          <Input {...field("firstOn")} label="First session" type="date" />
          <Input {...field("sessions")} label="Sessions" width={3} inputMode="numeric" />
          <Input {...field("weeksBetween")} label="Weeks between" width={3} inputMode="numeric" />
          <Input {...field("startsAt")} label="From" type="time" />
          <Input {...field("endsAt")} label="To" type="time" />
        </div>
        <Button variant="secondary">Propose dates</Button>
      </form>
    </>
  );
}
