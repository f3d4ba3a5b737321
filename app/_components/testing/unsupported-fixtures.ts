export const unsupported: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
