import { Button } from "@/app/_components/button";
import { goToDfeSignIn } from "./actions";

export function DfeSignInForm({ to }: { readonly to?: string | undefined }) {
  return (
    <form action={goToDfeSignIn}>
      <h2>Or use DfE Sign-in</h2>
      <p>If your school has given you a DfE Sign-in account, it also opens this service.</p>
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <Button variant="secondary">Continue with DfE Sign-in</Button>
    </form>
  );
}
