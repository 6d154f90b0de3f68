/** Every object of Excel's API that the embedded Excel has. A new one is listed here, and hung where it is reached from. */

import type { TypeInfo } from "../protocol/definition";
import { applicationType, cultureInfoType, datetimeFormatInfoType, numberFormatInfoType, workbookCreatedType } from "./application";
import { rangeAreasType, rangeCollectionType } from "./areas/areas";
import { chartAxesType, chartAxisTitleType, chartAxisType, chartGridlinesFormatType, chartGridlinesType, chartLineFormatType } from "./chart/axes";
import { chartCollectionType, chartType } from "./chart/charts";
import { chartLegendType, chartTitleType } from "./chart/parts";
import { chartFillType, chartSeriesCollectionType, chartSeriesFormatType, chartSeriesType } from "./chart/series";
import { commentCollectionType, commentReplyCollectionType, commentReplyType, commentType } from "./comments";
import { conditionalFormatCollectionType, conditionalFormatType } from "./conditional/formats";
import { conditionalRangeBorderCollectionType, conditionalRangeBorderType, conditionalRangeFillType, conditionalRangeFontType, conditionalRangeFormatType } from "./conditional/rule-format";
import { cellValueConditionalFormatType, colorScaleConditionalFormatType, conditionalDataBarNegativeFormatType, conditionalDataBarPositiveFormatType, conditionalFormatRuleType, customConditionalFormatType, dataBarConditionalFormatType, iconSetConditionalFormatType, presetCriteriaConditionalFormatType, textConditionalFormatType, topBottomConditionalFormatType } from "./conditional/rules";
import { dataValidationType } from "./data-validation";
import { rangeBorderCollectionType, rangeBorderType } from "./format/borders";
import { formatProtectionType, rangeFillType, rangeFontType, rangeFormatType } from "./format/format";
import { namedItemCollectionType, namedItemType } from "./names";
import { workbookProtectionType, worksheetProtectionType } from "./protection";
import { removeDuplicatesResultType } from "./range/editing";
import { rangeType } from "./range/range";
import { rangeViewType } from "./range/view";
import { addinInternalServiceType } from "./services";
import { rangeSortType, tableSortType } from "./sorting";
import { customXmlPartCollectionType, customXmlPartScopedCollectionType, customXmlPartType } from "./storage/custom-xml";
import { customPropertyCollectionType, customPropertyType, documentPropertiesType } from "./storage/properties";
import { settingCollectionType, settingType } from "./storage/settings";
import { styleCollectionType, styleType } from "./styles";
import { tableColumnCollectionType, tableColumnType } from "./table/columns";
import { filterType } from "./table/filter";
import { tableRowCollectionType, tableRowType } from "./table/rows";
import { tableType } from "./table/table";
import { tableCollectionType, tableScopedCollectionType } from "./table/tables";
import { runtimeType, workbookType } from "./workbook";
import { autoFilterType } from "./worksheet/auto-filter";
import { worksheetCustomPropertyCollectionType, worksheetCustomPropertyType } from "./worksheet/custom-properties";
import { worksheetFreezePanesType } from "./worksheet/freeze-panes";
import { pageBreakCollectionType, pageBreakType } from "./worksheet/page-breaks";
import { headerFooterGroupType, headerFooterType, pageLayoutType } from "./worksheet/page-layout";
import { worksheetType } from "./worksheet/worksheet";
import { worksheetCollectionType } from "./worksheet/worksheets";

export const objectTypes: readonly TypeInfo[] = [
  numberFormatInfoType,
  datetimeFormatInfoType,
  cultureInfoType,
  workbookCreatedType,
  applicationType,
  rangeCollectionType,
  rangeAreasType,
  chartType,
  chartCollectionType,
  chartTitleType,
  chartLegendType,
  chartAxesType,
  chartAxisType,
  chartAxisTitleType,
  chartGridlinesType,
  chartGridlinesFormatType,
  chartLineFormatType,
  chartSeriesType,
  chartSeriesFormatType,
  chartFillType,
  chartSeriesCollectionType,
  commentReplyType,
  commentReplyCollectionType,
  commentType,
  commentCollectionType,
  conditionalFormatType,
  conditionalFormatCollectionType,
  conditionalRangeFontType,
  conditionalRangeFillType,
  conditionalRangeBorderType,
  conditionalRangeBorderCollectionType,
  conditionalRangeFormatType,
  conditionalFormatRuleType,
  customConditionalFormatType,
  cellValueConditionalFormatType,
  textConditionalFormatType,
  topBottomConditionalFormatType,
  presetCriteriaConditionalFormatType,
  colorScaleConditionalFormatType,
  conditionalDataBarPositiveFormatType,
  conditionalDataBarNegativeFormatType,
  dataBarConditionalFormatType,
  iconSetConditionalFormatType,
  dataValidationType,
  rangeBorderType,
  rangeBorderCollectionType,
  rangeFillType,
  rangeFontType,
  formatProtectionType,
  rangeFormatType,
  namedItemType,
  namedItemCollectionType,
  worksheetProtectionType,
  workbookProtectionType,
  removeDuplicatesResultType,
  rangeType,
  rangeViewType,
  addinInternalServiceType,
  rangeSortType,
  tableSortType,
  customXmlPartType,
  customXmlPartScopedCollectionType,
  customXmlPartCollectionType,
  customPropertyType,
  customPropertyCollectionType,
  documentPropertiesType,
  settingType,
  settingCollectionType,
  styleType,
  styleCollectionType,
  tableColumnType,
  tableColumnCollectionType,
  filterType,
  tableRowType,
  tableRowCollectionType,
  tableType,
  tableCollectionType,
  tableScopedCollectionType,
  runtimeType,
  workbookType,
  autoFilterType,
  worksheetCustomPropertyType,
  worksheetCustomPropertyCollectionType,
  worksheetFreezePanesType,
  pageBreakType,
  pageBreakCollectionType,
  headerFooterType,
  headerFooterGroupType,
  pageLayoutType,
  worksheetType,
  worksheetCollectionType,
];
