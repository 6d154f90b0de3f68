/** Dates in English prose: 30 June 2023, June 30, 2023, June 2023, the end of 2023, the first half of 2023, Q2 2023, FY2023. */

import { dateOf, type DateParts, type TextDate } from "../../text/dates";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const PART = String.raw`(?:the )?(?:first half|second half|(?:first|second|third|fourth) quarter|end|beginning)(?: of)?|[HQ][1-4]`;
const DATE = new RegExp(
  String.raw`\b(?:(?<dayA>${DAY}) (?<monthA>${MONTH}),?(?: (?<yearA>${YEAR}))?|(?<monthB>${MONTH}) (?<dayB>${DAY})(?:,? (?<yearB>${YEAR}))?(?![\d.])|(?<monthC>${MONTH}) (?<yearC>${YEAR})|(?<part>${PART}) (?:(?:the )?(?:year|fiscal year|FY) ?)?(?<yearD>${YEAR})|(?<yearE>${YEAR})-(?<monthE>\d{1,2})-(?<dayE>\d{1,2})|(?:FY ?|(?<=\b(?:in|for|year|of) ))(?<yearF>${YEAR}))(?!\d)`,
  "giu",
);

/** A date without a year takes the year of the date before it in the same sentence, else the document's. */
export function readDates(folded: string, documentYear: number | null): readonly TextDate[] {
  const dates: TextDate[] = [];
  let sentenceYear: number | null = null;
  for (const match of folded.matchAll(DATE)) {
    const groups = match.groups ?? {};
    const written = numberIn(groups["yearA"] ?? groups["yearB"] ?? groups["yearC"] ?? groups["yearD"] ?? groups["yearE"] ?? groups["yearF"]);
    const named = groups["monthA"] ?? groups["monthB"] ?? groups["monthC"];
    const parts: DateParts = {
      year: written ?? sentenceYear ?? documentYear,
      month: named === undefined ? numberIn(groups["monthE"]) : MONTHS.indexOf(named.slice(0, 3).toLowerCase()) + 1,
      day: numberIn(groups["dayA"] ?? groups["dayB"] ?? groups["dayE"]),
      part: groups["part"] === undefined ? undefined : partOf(groups["part"].toLowerCase()),
    };
    dates.push(dateOf(match.index, match[0], parts, written !== null ? "written" : sentenceYear !== null ? "sentence" : "document"));
    sentenceYear = written ?? sentenceYear;
  }
  return dates;
}

function numberIn(text: string | undefined): number | null {
  return text === undefined ? null : Number.parseInt(text, 10);
}

const ORDINALS = ["first", "second", "third", "fourth"];

/** In the words of `DateParts`. */
function partOf(words: string): DateParts["part"] {
  const half = /first half|h1/u.test(words) ? "上半年" : /second half|h2/u.test(words) ? "下半年" : null;
  if (half !== null) return half;
  const quarter = /q[1-4]/u.test(words) ? Number(words.charAt(1)) : ORDINALS.findIndex((ordinal) => words.includes(`${ordinal} quarter`)) + 1;
  if (quarter > 0) return `${quarter}季度`;
  return words.includes("end") ? "年底" : "年初";
}
