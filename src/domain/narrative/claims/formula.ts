/** 40人×12月×4000元/月*人=1920000元: the factors before "=". */

import { Decimal } from "../../amounts/decimal";
import { readFigures, toYuan, type Figure } from "../text/figures";
import type { Span } from "../text/paragraphs";
import { clauseStart } from "./clause";

const LONGEST_FORMULA = 120;
const MOST_FACTORS = 12;

/** The product in yuan and where the formula begins; null where a factor cannot be read or no single one is money. */
export function readFormula(text: string, result: Figure): (Pick<Span, "start"> & { readonly product: string }) | null {
  const equals = text.lastIndexOf("=", result.start);
  const start = clauseStart(text, Math.max(0, equals - LONGEST_FORMULA), equals);
  const pieces = text.slice(start, equals).split(/[×*✕]/u);
  if (pieces.length < 2 || pieces.length > MOST_FACTORS) return null;
  let product = new Decimal(1);
  let sums = 0;
  for (const [at, piece] of pieces.entries()) {
    const money = readFigures(piece, "CNY").find((figure) => figure.kind === "money");
    const number = (at === 0 ? LAST_NUMBER : FIRST_NUMBER).exec(piece);
    if (number === null) {
      // "元/月*人": the rest of a unit behind the last factor.
      if (at > 0 && /\//u.test(pieces[at - 1] ?? "") && !/\d/u.test(piece)) continue;
      return null;
    }
    if (money?.kind === "money") sums += 1;
    product = product.times(money?.kind === "money" ? toYuan(money.money) : number[2] === "%" ? new Decimal(number[1] ?? "1").div(100) : new Decimal(number[1] ?? "1"));
  }
  return sums === 1 ? { start, product: product.toFixed() } : null;
}

const FIRST_NUMBER = /^\s?(\d{1,15}(?:\.\d{1,8})?)(%?)/u;
const LAST_NUMBER = /(?<![\d.])(\d{1,15}(?:\.\d{1,8})?)(%?)[^\d]{0,12}$/u;
