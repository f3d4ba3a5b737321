/** Every table, for the client and for drizzle-kit. */
export * from "./applications";
export * from "./events";
export * from "./freed-places";
export * from "./geography";
export * from "./hubs";
export * from "./matching";
export * from "./notifications";
export * from "./people";
export * from "./programmes";
export * from "./progression";
export * from "./referrals";
export * from "./registers";
export * from "./schools";
export * from "./workgroups";
