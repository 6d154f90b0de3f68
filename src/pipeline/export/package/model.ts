/** The package's `model`: which columns are amounts, and what each of the others says of them. It follows from the columns' types. */

export interface ModelField {
  readonly name: string;
  /** https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json; none for a column that is only described. */
  readonly columnType?: string;
}

interface ModelTable {
  readonly name: string;
  readonly fields: readonly ModelField[];
}

/** What a column type begins with, and what kind of dimension that is. */
const DIMENSIONS = {
  date: { dimensionType: "datetime" },
  "administrative-classification": { dimensionType: "classification", classificationType: "administrative" },
  "functional-classification": { dimensionType: "classification", classificationType: "functional" },
  activity: { dimensionType: "activity" },
  phase: { dimensionType: "other" },
} as const;

const LABEL = /:label$/u;

/** Of each table its own: projects are counted in the classes, too, and are not to be added to them. */
export function fiscalModel(tables: readonly ModelTable[], measure: { readonly currency: string; readonly factor?: number }): object {
  return {
    measures: Object.fromEntries(tables.flatMap(({ name, fields }) => fields.filter(({ columnType }) => columnType === "value").map((field) => [`${name}_${field.name}`, { source: field.name, resource: name, ...measure, direction: "expenditure" }]))),
    dimensions: Object.fromEntries(tables.flatMap((table) => Object.entries(DIMENSIONS).flatMap(([concept, kind]) => dimension(table, concept, kind)))),
  };
}

function dimension({ name, fields }: ModelTable, concept: string, kind: object): [string, object][] {
  const own = fields.filter(({ columnType }) => columnType?.split(":")[0] === concept);
  if (own.length === 0) return [];
  const codeOf = ({ columnType = "" }: ModelField): string | undefined => own.find((other) => other.columnType === columnType.replace(LABEL, ":code") && other.columnType !== columnType)?.name;
  const attributes = own.map((field) => {
    const code = codeOf(field);
    return [field.name, { source: field.name, resource: name, ...(code === undefined ? {} : { labelfor: code }) }] as const;
  });
  const keys = own.filter((field) => codeOf(field) === undefined).map((field) => field.name);
  return [[`${name}_${concept.replace("-", "_")}`, { ...kind, primaryKey: keys, attributes: Object.fromEntries(attributes) }]];
}
