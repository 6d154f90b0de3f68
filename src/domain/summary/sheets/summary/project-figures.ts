/** Projects' figures as cells of several tables refer to them, and what they add up to. */

import type { Basis } from "../../../execution/result";
import type { Build } from "../../build";
import { at, sum, type Known } from "../../cells";
import { totalOf } from "../../sources/totals";
import type { Project } from "../../sources/projects";

/** The table that has a row for each. */
export const PROJECTS = "projects";
export const PROJECTS_TOTAL = "total";

/** `planned`: what projects were chosen and are counted by, which is what their tables print. */
export type ProjectFigure = Basis | "planned" | "spent";

/** Of all projects; null where some are counted by one budget and some by the other. */
export function plannedBasis({ projects }: Pick<Build, "projects">): Basis | null {
  const [first, ...others] = new Set(projects.map(plannedBasisOf));
  return others.length === 0 ? (first ?? null) : null;
}

function plannedBasisOf({ printedBasis, adjusted }: Project): Basis {
  return adjusted === null ? "original" : printedBasis;
}

/** A project's figure, by the cell that holds it. */
export function figureHere(project: Project, of: ProjectFigure): Known | null {
  const figure = of === "planned" ? plannedBasisOf(project) : of;
  return at(project[figure], PROJECTS, project.key, figure);
}

/** The budget that its rate is of, by the cell that holds it; as it is, where none does. */
export function budgetHere({ key, budget, basis, ...project }: Project): Known | null {
  return budget !== null && project[basis]?.value.eq(budget.value) === true ? at(budget, PROJECTS, key, basis) : budget;
}

/** As their table prints it where one table has all of them; else the sum of the rows. A budget that is not told of all of them has no total. */
export function projectTotal(build: Build, of: ProjectFigure): Known | null {
  const { projects } = build;
  const figure = of === "planned" ? (plannedBasis(build) ?? of) : of;
  const printed = printedTotal(build, figure) ?? (figure === "adjusted" ? changedTotal(build) : null);
  if (printed !== null) return printed;
  return projects.some((project) => isLeftOut(project, figure)) ? null : sum(projects.map((project) => figureHere(project, figure)));
}

/** Its tables tell the other budget only; a project without any has none to be counted. */
function isLeftOut({ original, adjusted }: Project, figure: ProjectFigure): boolean {
  return (figure === "original" && original === null && adjusted !== null) || (figure === "adjusted" && adjusted === null && original !== null);
}

/** The total, by the cell that holds it; of what no one column holds, the sum itself. */
export function totalHere(build: Build, of: ProjectFigure): Known | null {
  const figure = of === "planned" ? (plannedBasis(build) ?? of) : of;
  const total = projectTotal(build, figure);
  return figure === "planned" ? total : at(total, PROJECTS, PROJECTS_TOTAL, figure);
}

function printedTotal({ sources, projects }: Build, of: ProjectFigure): Known | null {
  const [only, ...others] = sources.projectExecutions.length > 0 ? sources.projectExecutions.map(({ source }) => source) : sources.projects;
  if (of === "planned" || only === undefined || others.length > 0 || only.total === null) return null;
  return only.lines.filter(({ kind }) => kind === "body").length === projects.length ? totalOf(only, of === "spent" ? "expenditure" : `${of}-budget`) : null;
}

/** The approved total with what was confirmed of changes, where that is what the adjusted budgets are. */
function changedTotal(build: Build): Known | null {
  const { projects } = build;
  const isChanged = projects.some(({ change }) => change !== null);
  const areAll = isChanged && projects.every(({ original, adjusted, change }) => original !== null && adjusted?.value.eq(original.value.plus(change?.value ?? 0)) === true);
  return areAll ? sum([totalHere(build, "original"), ...projects.map(({ change }) => change)]) : null;
}
