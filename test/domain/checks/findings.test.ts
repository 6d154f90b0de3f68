import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { decimalText, scaledText } from "../../../src/domain/checks/findings";

test("the quick text of an amount is the one that decimals have", () => {
  fc.assert(fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2_000_000, max: 2_000_000 })), (scaled) => {
    const amount = new Decimal(scaled).div(10_000);
    expect([scaledText(scaled), decimalText(amount)]).toEqual([amount.toFixed(), amount.toFixed()]);
  }), { examples: [[0], [-0], [1], [-1], [10], [100], [900], [1_000], [-1_010], [9_999], [10_001], [999_999_999_999_999], [1_000_000_000_000_000]] });
});
