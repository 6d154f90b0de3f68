import { createFormatReader, ownPlaces } from "../../../src/domain/checks/printed";

test.each([
  ["General", false, null], ["@", false, null], ["0.00", false, 2], ["#,##0.00", false, 2], ["#,##0", false, 0], ["0%", true, 0], ["0.00%", true, 2], ["0.0#%", true, 2],
  ["_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", false, 2], ["[Red]0.0;-0.000", false, 1], ["\"约\"0.0\\%", false, 1], ["0.00E+00", false, 2], ["yyyy-mm-dd", false, null],
])("%s", (format, isPercent, places) => {
  expect(createFormatReader()(format)).toEqual({ isPercent, places });
});

test.each([[400, 0], [118.3, 1], [0.2043, 4], [0.123456, 6], [1e-7, 7], ["400.00 ", 2], ["28,265.19", 2], ["48", 0], ["１２．５", 1], [true, 0]])("decimals of %j: %i", (value, places) => {
  expect(ownPlaces(value)).toBe(places);
});
