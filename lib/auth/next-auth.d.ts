import "next-auth";
import "next-auth/jwt";

declare module "next-auth" {
  interface User {
    /** The secret of the session that the sign-in opened. */
    sessionSecret?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionSecret?: string;
  }
}
