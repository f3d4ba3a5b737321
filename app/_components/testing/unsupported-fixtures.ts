const noOneItem = "a part of a date has the id, name, width and keyboard that its word gives it";
const noAffixOptions = "prefix and suffix take content only";
const noScriptOptions = "the package's scripts do not run here, so nothing has to be told to them";
const noInterruption = "no page of ours interrupts its reader, so the panel confirms only";
const noInlineStyle = "the content security policy refuses inline styles";
const noPartClasses = "classes go on a row or an action, not on the parts between";

/** Fixtures whose options we leave out, with the reason. The test fails when one of them begins to match. */
export const unsupported: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  input: {
    "with prefix with classes": noAffixOptions,
    "with prefix with attributes": noAffixOptions,
    "with suffix with classes": noAffixOptions,
    "with suffix with attributes": noAffixOptions,
    "with customised input wrapper": "the wrapper takes a class but no attributes",
  },
  "character-count": {
    "with custom textarea description": "our pages are in English, and the sentence is the same everywhere",
    "to configure in JavaScript": noScriptOptions,
    "with neither maxlength nor maxwords set": noScriptOptions,
    "with neither maxlength, maxwords nor textarea description set": noScriptOptions,
    "with translations": noScriptOptions,
  },
  select: { "item selected overrides value": "the default value alone says which option is chosen" },
  radios: { "label with attributes": "an answer's label takes a class but no attributes" },
  checkboxes: { "label with attributes": "an answer's label takes a class but no attributes" },
  "date-input": {
    "with translations": "our pages are in English",
    "with values, name prefix and custom names": noOneItem,
    "custom pattern": noOneItem,
    "custom inputmode": noOneItem,
    "with nested name": noOneItem,
    "with id on items": noOneItem,
    "with item value": noOneItem,
    "with field value and items": noOneItem,
    "with field value and item value": noOneItem,
    "with field value, item value and values": noOneItem,
    "items with classes": noOneItem,
    "with input attributes": noOneItem,
  },
  "error-summary": {
    "autofocus disabled": noScriptOptions,
    "autofocus explicitly enabled": noScriptOptions,
  },
  "notification-banner": {
    "auto-focus disabled, with type as success": noScriptOptions,
    "auto-focus explicitly enabled, with type as success": noScriptOptions,
  },
  panel: {
    interruption: noInterruption,
    "interruption-with-content-with-long-line-length": noInterruption,
    "interruption-with-headings-content-and-lists": noInterruption,
    "interruption with custom classes": noInterruption,
    "interruption, with actions classes and attributes": noInterruption,
    "interruption, submit action": noInterruption,
    "interruption, button link": noInterruption,
    "interruption, no actions": noInterruption,
    "interruption, no actions items": noInterruption,
  },
  "summary-list": {
    extreme: noInlineStyle,
    "key with classes": noPartClasses,
    "actions with classes": noPartClasses,
    "overridden-widths": noPartClasses,
  },
  "warning-text": { "icon fallback text only": "a warning always has a text" },
};
