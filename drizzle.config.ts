import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/all.ts",
  out: "./drizzle",
  casing: "snake_case",
  migrations: { prefix: "timestamp" },
});
