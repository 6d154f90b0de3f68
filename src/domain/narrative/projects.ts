/** Numbered project paragraphs as records: what a form about one project asks for. */

import { distinctAdjustments, type ToldAdjustment } from "./adjustments";
import type { AmountClaim, Claim, DateClaim, Item, Narrative, Quote, RateClaim } from "./claim";
import { grouped } from "../grouped";
import type { Sentence } from "./text/sentences";

export interface ProjectRecord {
  readonly number: number;
  /** As printed, with 项目 where the text adds it to the table's name. */
  readonly name: string;
  readonly item: Item;
  /** `label` is the words that introduce it: 全年预算, 年初预算, 预算支出. */
  readonly budget: AmountClaim | null;
  readonly expenditure: AmountClaim | null;
  readonly rate: RateClaim | null;
  /** The cut-off date its expenditure is told with. */
  readonly cutOff: DateClaim | null;
  readonly adjustments: readonly ToldAdjustment[];
  /** Other sums told of it, in reading order: payments, the budget in 元, balances. */
  readonly otherAmounts: readonly AmountClaim[];
  /** What stands behind 项目目标, 项目内容 and the like. */
  readonly goal: Quote | null;
  /** 原因分析：…, and sentences that say why. */
  readonly causes: readonly Quote[];
  readonly problems: readonly Quote[];
  /** 下一步：…, to the end of its line. */
  readonly next: readonly Quote[];
  /** How it went: every sentence that is none of these. */
  readonly progress: readonly Quote[];
}

/** An item is a project if its text tells a budget and what was spent of it, or at what rate. */
export function readProjects(narrative: Narrative): readonly ProjectRecord[] {
  const claims = grouped(narrative.claims, (claim) => claim.item);
  const sentences = grouped(narrative.document.sentences, (sentence) => narrative.itemOf[sentence.paragraph] ?? null);
  return narrative.items.flatMap((item) => {
    const project = projectOf(item, claims.get(item) ?? [], sentences.get(item) ?? []);
    return project === null ? [] : [project];
  });
}

function projectOf(item: Item, claims: readonly Claim[], sentences: readonly Sentence[]): ProjectRecord | null {
  const amounts = claims.filter((claim) => claim.kind === "amount");
  const whole = amounts.filter((claim) => claim.place === "main" && claim.aspect === null && isOfItem(claim, item));
  const budget = whole.find(({ role }) => role === "original-budget" || role === "adjusted-budget" || role === "budget") ?? null;
  const expenditure = whole.find(({ role }) => role === "expenditure") ?? null;
  const rate = claims.find((claim) => claim.kind === "rate" && isOfItem(claim, item)) ?? null;
  if (budget === null || (expenditure === null && rate === null)) return null;
  return {
    number: item.number, name: item.subject.text, item, budget, expenditure, rate: rate?.kind === "rate" ? rate : null,
    cutOff: cutOffOf(claims, expenditure),
    adjustments: distinctAdjustments(claims.filter((claim) => claim.kind === "adjustment")),
    otherAmounts: amounts.filter((claim) => claim !== budget && claim !== expenditure),
    ...wordsOf(sentences.filter(({ text }) => !isHeading(text, item)), [budget, expenditure, rate].flatMap((claim) => (claim === null ? [] : [claim.sentence]))),
  };
}

function isOfItem({ subject }: Claim, item: Item): boolean {
  return subject.text === item.subject.text;
}

/** The name alone: 设备购置。 */
function isHeading(text: string, { subject }: Item): boolean {
  return text.replace(/[\s。.：:]+$/u, "") === subject.text;
}

function cutOffOf(claims: readonly Claim[], expenditure: AmountClaim | null): DateClaim | null {
  const date = expenditure?.cutOff ?? null;
  const found = claims.find((claim) => claim.kind === "date" && claim.use === "cut-off" && claim.sentence === expenditure?.sentence && claim.date === date);
  return found?.kind === "date" ? found : null;
}

const GOAL = /(?:项目(?:预算)?(?:目标|内容)|预算内容|绩效目标)(?:包括|包含)?\s*[:：，,]?\s*/u;
const LABELLED_CAUSE = /^(?:[^，。：]{0,16}原因(?:分析)?|原因)\s*[:：]/u;
const GIVES_CAUSE = /由于|因此|导致|原因(?:主要)?(?:[为是系]|在于)|(?:慢|缓|滞后|[偏较]低|不足|未(?:完成|达到?|执行|支出)|超支|差异|偏差|结余|较大)[^。；：]{0,8}主要[是系]|^因(?!此)/u;
const GOES_ON = /^(?:遂|故|因此|所以)/u;
const PROBLEM = /不够|不完整|不明确|不健全|不完善|不到位|不规范|不及时|较差|较长|滞后|未建立|缺乏|不足|欠缺|没有.{0,12}(?:制度|日期)|无.{0,6}(?:制度|日期)/u;
/** A label at a line's beginning, or how it stands by now: there a passage about causes ends. */
const ANOTHER_MATTER = /^(?:[^，。；：:]{2,10}[：:]|截[至止]|目前|现已)/u;
const LABELLED_PROBLEM = /^(?:目前)?(?:主要)?(?:存在(?:的)?(?:主要)?(?:问题|困难)|问题)\s*[:：]\s*/u;
const LABELLED_PROGRESS = /^(?:项目|工作|任务|绩效|目标|年度)*(?:完成|进展|实施|开展|推进|执行)情况\s*[:：]\s*/u;
const LABELLED_NEXT = /^(?:下一步|下步|下一阶段|整改|改进|后续)(?:工作)?(?:计划|安排|措施|打算|建议)?\s*[:：]\s*/u;
/** How far it is by now is no goal. */
const BY_NOW = /^(?:目前|现已|已(?!知)|截[至止])/u;
/** A label starts a passage. That of a goal runs to the end of its line, that of causes on over the lines that go on with it. */
type Passage = "goal" | "cause" | "problem" | "next" | null;

/** `figures` are the sentences that tell the record's figures; they report, they do not describe. */
function wordsOf(sentences: readonly Sentence[], figures: readonly Sentence[]): Pick<ProjectRecord, "goal" | "causes" | "problems" | "next" | "progress"> {
  const causes: Quote[] = [];
  const problems: Quote[] = [];
  const next: Quote[] = [];
  const progress: Quote[] = [];
  let goal: Quote | null = null;
  let passage: Passage = null;
  let paragraph = -1;
  let afterCause = false;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph && (passage === "goal" || passage === "problem" || passage === "next" || ANOTHER_MATTER.test(sentence.text) || PROBLEM.test(sentence.text))) passage = null;
    paragraph = sentence.paragraph;
    const goalAt = goal === null ? GOAL.exec(sentence.text) : null;
    const label = LABELLED_PROBLEM.exec(sentence.text) ?? LABELLED_NEXT.exec(sentence.text);
    if (LABELLED_CAUSE.test(sentence.text)) passage = "cause";
    else if (label !== null) passage = LABELLED_NEXT.test(sentence.text) ? "next" : "problem";
    else if (goalAt !== null) passage = "goal";
    else if (passage === "goal" && BY_NOW.test(sentence.text)) passage = null;
    const isCause: boolean = passage === "cause" || (passage === null && (GIVES_CAUSE.test(sentence.text) || (afterCause && GOES_ON.test(sentence.text))));
    if (passage === "goal") goal = extended(goal, sentence, goalAt === null ? 0 : goalAt.index + goalAt[0].length);
    else if (passage === "problem" || passage === "next") (passage === "next" ? next : problems).push(behind(label, sentence));
    else if (isCause) causes.push(sentence);
    else if (PROBLEM.test(sentence.text)) problems.push(sentence);
    else if (!figures.includes(sentence)) progress.push(behind(LABELLED_PROGRESS.exec(sentence.text), sentence));
    afterCause = isCause;
  }
  return { goal, causes: causes.map(quote), problems: problems.map(quote), next: next.map(quote), progress: progress.map(quote) };
}

/** What stands behind a label, if it has one. */
function behind(label: RegExpExecArray | null, { start, end, text }: Quote): Quote {
  const length = label?.[0].length ?? 0;
  return { start: start + length, end, text: text.slice(length) };
}

function extended(goal: Quote | null, sentence: Sentence, from: number): Quote {
  if (goal === null) return { start: sentence.start + from, end: sentence.end, text: sentence.text.slice(from) };
  return { start: goal.start, end: sentence.end, text: goal.text + " ".repeat(sentence.start - goal.end) + sentence.text };
}

function quote({ start, end, text }: Quote): Quote {
  return { start, end, text };
}
