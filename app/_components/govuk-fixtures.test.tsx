import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { fixturesOf } from "./testing/fixture-options";
import { formAdapters } from "./testing/form-adapters";
import { parseHtml } from "./testing/html-tree";
import { pageAdapters } from "./testing/page-adapters";
import { unsupported } from "./testing/unsupported-fixtures";

const adapters = { ...formAdapters, ...pageAdapters };

describe.each(Object.entries(adapters))("%s", (component, adapt) => {
  const left = unsupported[component] ?? {};

  test.each(fixturesOf(component).map((fixture) => [fixture.name, fixture] as const))(
    "%s",
    (name, fixture) => {
      const ours = parseHtml(renderToStaticMarkup(adapt(fixture.options)));
      const theirs = parseHtml(fixture.html);
      // A fixture that we say we leave out must still differ, so that the list stays honest.
      if (left[name]) expect(ours, `listed as unsupported: ${left[name]}`).not.toEqual(theirs);
      else expect(ours).toEqual(theirs);
    },
  );

  test("leaves out only fixtures that exist", () => {
    const names = fixturesOf(component).map((fixture) => fixture.name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(left)));
  });
});
