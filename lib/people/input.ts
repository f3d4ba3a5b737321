import { z } from "zod";

export const signInAsPersonaInput = z.object({ personId: z.uuid() });
export type SignInAsPersonaInput = z.infer<typeof signInAsPersonaInput>;
