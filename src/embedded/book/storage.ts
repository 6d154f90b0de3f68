/** What add-ins and people keep in a workbook besides cells: settings, custom XML parts, document properties. */

export { addCustomXmlPart, claimCustomXml, customXmlParts, deleteCustomXmlPart, findCustomXmlPart, setCustomXml, strayCustomXml } from "./storing/custom-xml";
export type { CustomXmlPart } from "./storing/custom-xml";
export { customProperties, deleteCustomProperty, documentProperties, setCustomProperty, setDocumentProperties } from "./storing/properties";
export type { CustomProperty, DocumentProperties } from "./storing/properties";
export { deleteSetting, setSetting, setSheetProperty, settingsOf, sheetProperties } from "./storing/settings";
export type { SettingValue } from "./storing/settings";
