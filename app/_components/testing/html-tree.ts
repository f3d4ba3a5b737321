import { createElement, Fragment, type ReactNode } from "react";

/** An element with its attributes, or a text. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

const VOID = new Set(["input", "br", "img", "hr", "meta", "link"]);
const INLINE = new Set(["a", "abbr", "b", "button", "code", "em", "span", "strong", "sub", "sup"]);
const TOKEN =
  /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/**
 * Reads well-formed HTML into a tree that two writers of the same page agree on: attributes and classes sorted,
 * indentation gone, and a space kept only where a browser would show one.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: Draft = { tag: "", attributes: {}, children: [] };
  const open: Draft[] = [root];
  for (const match of html.matchAll(TOKEN)) {
    const [token, closing, tag, attributes = ""] = match;
    const parent = open.at(-1) ?? root;
    if (token.startsWith("<!--")) continue;
    if (tag === undefined) parent.children.push(decode(token));
    else if (closing) open.pop();
    else {
      const element: Draft = { tag, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!VOID.has(tag) && !token.endsWith("/>")) open.push(element);
    }
  }
  return tidy(root).children;
}

/** The same tree as React nodes, to hand HTML from a fixture to a component. Inline styles are left out, as the content security policy would. */
export function toReact(html: string): ReactNode {
  return createElement(Fragment, null, ...parseHtml(html).map(nodeToReact));
}

/** Every element of the tree, depth first. */
export function elementsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) => (typeof node === "string" ? [] : [node, ...elementsOf(node.children)]));
}

/** What is read aloud and seen: all text in order. */
export function textOf(nodes: readonly HtmlNode[]): string {
  const text = nodes.map((node) => (typeof node === "string" ? node : textOf(node.children))).join(" ");
  return text.replace(/\s+/g, " ").trim();
}

interface Draft {
  tag: string;
  attributes: Record<string, string>;
  children: (string | Draft)[];
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single]): [string, string] => {
    const value = decode(double ?? single ?? "");
    return [name.toLowerCase(), name === "class" ? value.trim().split(/\s+/).sort().join(" ") : value];
  });
  return Object.fromEntries(pairs.sort(([a], [b]) => a.localeCompare(b)));
}

function tidy(element: Draft): HtmlElement {
  const keepsSpace = element.tag === "textarea" || element.tag === "pre";
  const children = joinTexts(element.children).flatMap((child, index, all): HtmlNode[] => {
    if (typeof child !== "string") return [tidy(child)];
    // A browser drops the line break that follows the opening tag of a textarea.
    const text = keepsSpace ? child.replace(/^\n/, "") : tidyText(child, all[index - 1], all[index + 1]);
    return text ? [text] : [];
  });
  return { tag: element.tag, attributes: element.attributes, children };
}

function joinTexts(children: Draft["children"]): Draft["children"] {
  return children.reduce<Draft["children"]>((joined, child) => {
    const last = joined.at(-1);
    if (typeof child === "string" && typeof last === "string") joined[joined.length - 1] = last + child;
    else joined.push(child);
    return joined;
  }, []);
}

function tidyText(
  text: string,
  before: string | Draft | undefined,
  after: string | Draft | undefined,
): string {
  if (text.trim() === "" && !(isInline(before) && isInline(after))) return /^ +$/.test(text) ? text : "";
  let tidied = text.replace(/[ \t\n\r]+/g, " ");
  if (!isInline(before) && (before !== undefined || /^\s*\n/.test(text))) tidied = tidied.trimStart();
  if (!isInline(after) && (after !== undefined || /\n\s*$/.test(text))) tidied = tidied.trimEnd();
  return tidied;
}

function isInline(node: string | Draft | undefined): boolean {
  return typeof node === "object" && INLINE.has(node.tag);
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  ctdot: "⋯",
  nbsp: "\u00a0",
};

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (entity, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? entity;
    const isHex = name[1]?.toLowerCase() === "x";
    return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}

const REACT_NAMES: Record<string, string> = {
  class: "className",
  for: "htmlFor",
  value: "defaultValue",
};

function nodeToReact(node: HtmlNode): ReactNode {
  if (typeof node === "string") return node;
  if (node.tag === "textarea")
    return createElement("textarea", { ...reactProps(node), defaultValue: typedText(node) });
  return createElement(node.tag, reactProps(node), ...node.children.map(nodeToReact));
}

function typedText({ children }: HtmlElement): string {
  return children.filter((child) => typeof child === "string").join("");
}

function reactProps(node: HtmlElement): Record<string, string> {
  const isField = ["input", "textarea", "select"].includes(node.tag);
  const props = Object.entries(node.attributes)
    .filter(([name]) => name !== "style")
    .map(([name, value]) => [name === "value" && !isField ? name : (REACT_NAMES[name] ?? name), value]);
  return Object.fromEntries(props);
}
