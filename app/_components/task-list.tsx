import type { ReactNode } from "react";
import { type Attributes, classNames } from "./class-names";
import { Each } from "./each";

export interface Task {
  readonly title: ReactNode;
  /** Left out while the task cannot be started. */
  readonly href?: string;
  readonly hint?: ReactNode;
  /** Words for what is done, a `StatusTag` for what is not. */
  readonly status: ReactNode;
  readonly titleClassName?: string;
  readonly statusClassName?: string;
  readonly className?: string;
}

export interface TaskListProps {
  readonly items: readonly (Task | null | undefined | false)[];
  /** Needed when a page has two lists. */
  readonly idPrefix?: string;
  readonly className?: string;
  readonly attributes?: Attributes;
}

export function TaskList({ items, idPrefix = "task-list", className, attributes }: TaskListProps) {
  return (
    <ul className={classNames("govuk-task-list", className)} {...attributes}>
      <Each of={items}>
        {(task, index) => (task ? <TaskItem task={task} idPrefix={`${idPrefix}-${index + 1}`} /> : null)}
      </Each>
    </ul>
  );
}

function TaskItem({ task, idPrefix }: { readonly task: Task; readonly idPrefix: string }) {
  const hintId = task.hint ? `${idPrefix}-hint` : undefined;
  const statusId = `${idPrefix}-status`;
  return (
    <li
      className={classNames(
        "govuk-task-list__item",
        task.href !== undefined && "govuk-task-list__item--with-link",
        task.className,
      )}
    >
      <div className="govuk-task-list__name-and-hint">
        {task.href !== undefined ? (
          <a
            className={classNames("govuk-link", "govuk-task-list__link", task.titleClassName)}
            href={task.href}
            aria-describedby={classNames(hintId, statusId)}
          >
            {task.title}
          </a>
        ) : (
          <div className={task.titleClassName}>{task.title}</div>
        )}
        {hintId ? (
          <div id={hintId} className="govuk-task-list__hint">
            {task.hint}
          </div>
        ) : null}
      </div>
      <div className={classNames("govuk-task-list__status", task.statusClassName)} id={statusId}>
        {task.status}
      </div>
    </li>
  );
}
