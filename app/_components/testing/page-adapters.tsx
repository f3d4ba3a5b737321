import type { ReactElement } from "react";
import { BackLink } from "../back-link";
import { Breadcrumbs } from "../breadcrumbs";
import { ConfirmationPanel } from "../confirmation-panel";
import { Details } from "../details";
import { InsetText } from "../inset-text";
import { NotificationBanner } from "../notification-banner";
import { Pagination, type PaginationItem } from "../pagination";
import { SkipLink } from "../skip-link";
import { SummaryList } from "../summary-list";
import { Table } from "../table";
import { Tag } from "../tag";
import { TaskList } from "../task-list";
import { WarningText } from "../warning-text";
import {
  content,
  type FixtureActions,
  type FixtureCard,
  type FixtureCell,
  type FixtureItem,
  type FixtureOptions,
  type FixtureSummaryRow,
} from "./fixture-options";

/** How govuk-frontend's options become the props of our other components. */
export const pageAdapters: Record<string, (options: FixtureOptions) => ReactElement> = {
  "back-link": (o) => (
    <BackLink {...common(o)} href={o.href}>
      {content(o)}
    </BackLink>
  ),
  breadcrumbs: (o) => (
    <Breadcrumbs
      {...common(o)}
      items={items(o).map((item) => ({ text: content(item), href: item.href, attributes: item.attributes }))}
      label={o.labelText}
      collapseOnMobile={o.collapseOnMobile}
    />
  ),
  details: (o) => (
    <Details
      {...common(o)}
      id={o.id}
      open={o.open}
      summary={content({ text: o.summaryText, html: o.summaryHtml })}
    >
      {content(o)}
    </Details>
  ),
  "inset-text": (o) => (
    <InsetText {...common(o)} id={o.id}>
      {content(o)}
    </InsetText>
  ),
  "notification-banner": (o) => (
    <NotificationBanner
      {...common(o)}
      type={o.type === "success" ? "success" : undefined}
      title={content({ text: o.titleText, html: o.titleHtml })}
      titleId={o.titleId}
      titleHeadingLevel={o.titleHeadingLevel}
      role={o.role}
    >
      {content(o)}
    </NotificationBanner>
  ),
  pagination: (o) => (
    <Pagination
      {...common(o)}
      previous={step(o.previous)}
      next={step(o.next)}
      items={
        o.items
          ? items(o)
              .filter((item) => Object.keys(item).length > 0)
              .map(pageItem)
          : undefined
      }
      landmarkLabel={o.landmarkLabel}
    />
  ),
  panel: (o) => (
    <ConfirmationPanel
      {...common(o)}
      title={content({ text: o.titleText, html: o.titleHtml })}
      headingLevel={o.headingLevel}
    >
      {content(o)}
    </ConfirmationPanel>
  ),
  "skip-link": (o) => (
    <SkipLink {...common(o)} href={o.href}>
      {content(o)}
    </SkipLink>
  ),
  "summary-list": (o) => (
    <SummaryList
      {...common(o)}
      rows={(o.rows as readonly (FixtureSummaryRow | null)[]).map((row) => row && summaryRow(row))}
      card={o.card && card(o.card)}
    />
  ),
  table: (o) => (
    <Table
      {...common(o)}
      caption={o.caption}
      captionClassName={o.captionClasses}
      head={o.head?.map(cell)}
      rows={(o.rows as readonly (readonly FixtureCell[] | null)[]).map((row) => (row ? row.map(cell) : null))}
      firstCellIsHeader={o.firstCellIsHeader}
    />
  ),
  tag: (o) => <Tag {...common(o)}>{content(o)}</Tag>,
  "task-list": (o) => (
    <TaskList
      {...common(o)}
      idPrefix={o.idPrefix}
      items={(o.items ?? []).map((item) => (item ? task(item) : null))}
    />
  ),
  "warning-text": (o) => (
    <WarningText {...common(o)} iconFallbackText={o.iconFallbackText}>
      {content(o)}
    </WarningText>
  ),
};

function common(o: { classes?: string; attributes?: FixtureOptions["attributes"] }) {
  return { className: o.classes, attributes: o.attributes };
}

function items(o: FixtureOptions): FixtureItem[] {
  return (o.items ?? []).filter((item) => !!item);
}

function step(item: FixtureItem | undefined) {
  return (
    item && { href: item.href ?? "", text: content(item), label: item.labelText, attributes: item.attributes }
  );
}

function pageItem(item: FixtureItem): PaginationItem {
  if (item.ellipsis) return { ellipsis: true };
  const { number = "", href = "", current, visuallyHiddenText, attributes } = item;
  return { number, href, current, visuallyHiddenText, attributes };
}

function actions(list: FixtureActions | undefined) {
  return list?.items?.map((item) => ({
    ...common(item),
    text: content(item),
    href: item.href ?? "",
    visuallyHiddenText: item.visuallyHiddenText,
  }));
}

function summaryRow(row: FixtureSummaryRow) {
  return {
    key: content(row.key),
    value: content(row.value),
    actions: actions(row.actions),
    className: row.classes,
  };
}

function card(of: FixtureCard) {
  return {
    ...common(of),
    title: content(of.title),
    headingLevel: of.title?.headingLevel,
    actions: actions(of.actions),
  };
}

function cell(of: FixtureCell) {
  return {
    ...common(of),
    text: content(of),
    isNumber: of.format === "numeric",
    colSpan: of.colspan,
    rowSpan: of.rowspan,
  };
}

function task(item: FixtureItem) {
  const { tag } = item.status ?? {};
  return {
    className: item.classes,
    title: content(item.title),
    titleClassName: item.title?.classes,
    href: item.href,
    hint: content(item.hint),
    status: tag ? <Tag {...common(tag)}>{content(tag)}</Tag> : content(item.status),
    statusClassName: item.status?.classes,
  };
}
