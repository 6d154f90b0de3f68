/** The trade's words that say what a figure is. To teach another one, add it here. */

import type { AmountRole } from "../claim";

/** Words that stand directly before a figure and give it its role; the longest that fits counts. */
export const ROLE_WORDS: Readonly<Record<Exclude<AmountRole, "other">, readonly string[]>> = {
  "original-budget": [
    "年初预算", "年初部门预算", "批复预算", "预算批复", "部门预算批复", "年初预算安排", "年初预算批复", "年初批复预算", "年初批复", "年初安排", "期初预算", "原预算", "原定预算",
  ],
  "adjusted-budget": [
    "调整后预算", "调整后的预算", "调整后全年预算", "调整后", "预算调整", "调整预算", "追加后预算", "调增后预算", "调减后预算", "变更后预算",
    "全年预算", "全年预算安排", "全部预算", "最终预算", "现预算", "现行预算", "当前预算", "年末预算", "可用指标", "全年可用指标", "可用预算", "可用资金", "全年可用资金", "可执行指标", "可执行预算",
  ],
  budget: [
    "预算", "年度预算", "预算支出", "预算安排", "预算资金", "预算资金安排", "预算内资金安排", "资金安排", "安排资金", "财政预算",
    "预算拨款", "财政拨款", "安排预算", "预算指标", "成本指标", "指标", "预计经费", "安排", "批复", "下达",
  ],
  expenditure: [
    "支出", "实际支出", "全年支出", "累计支出", "完成支出", "支出完成", "支出累计完成", "发生支出", "支出决算", "决算",
    "执行", "实际执行", "累计执行", "全年执行", "预算执行", "支出执行", "实现支出", "使用资金", "支付资金", "拨付资金",
    "支付", "实际支付", "累计支付", "使用", "实际使用", "实际完成", "拨付", "花费", "报销",
  ],
  balance: ["剩余", "结余", "余额", "结转", "结转结余", "结转和结余", "结余结转", "尚余", "未支出", "未使用", "未执行"],
  overspend: ["超支", "超预算", "超支额", "超支金额"],
  income: ["收入", "收入决算", "实际收入", "收入完成", "收入累计完成"],
};

/** For a total whose role no word beside it gives: the first of these found before it in its clause. */
export const DISTANT_ROLE_WORDS: readonly (readonly [string, AmountRole])[] = [
  ["支出", "expenditure"], ["投入", "expenditure"], ["支付", "expenditure"], ["花费", "expenditure"],
  ["剩余", "balance"], ["结余", "balance"], ["预算", "budget"], ["安排", "budget"],
];

/** Directly behind a figure; they count before the words in front of it. */
export const ROLE_WORDS_BEHIND: readonly (readonly [string, AmountRole])[] = [
  ["未支出", "balance"], ["未使用", "balance"], ["未执行", "balance"], ["尚未支出", "balance"], ["结余", "balance"],
];

/** One source of a line's money beside others; a budget only where no wider sum is told. */
export const SOURCES: ReadonlySet<string> = new Set(["财政拨款"]);

/** 其中上级20万元，本级24万元: whose money it is, and nothing that what follows could speak of. */
export const GIVERS_OF_MONEY = /^(?:中央|上级|本级|自有|自筹|地方|(?:省|市|区|县|镇|乡|街道)级?)(?:财政|资金|补助|配套|拨款|转移支付)*$/u;

/** Between a role word and its figure; they say nothing. */
export const FILLERS: readonly string[] = [
  "人民币", "分别", "金额", "总额", "总数", "资金额", "达到", "仅为", "约为", "只有", "为", "是", "达", "约", "近", "数", "额", "了", "的", "仅", "各", ":", "：", " ", "¥",
];

export const TOTAL_WORDS: readonly string[] = ["共计", "合计", "总计", "总共", "一共", "共"];

/** Before a verb of change, and behind it before its figure: the sum of changes that may be told singly as well. */
export const IS_SUM_BEFORE = /(?:累计|合计|共计|总计|总共|一共|(?<!公)共)(?:批复|批准|下达|净)?$/u;
export const IS_SUM_BEHIND = /^(?:预算|指标|经费|资金|金额|数|额)*(?:累计|合计|共计|总计|总共|一共|共)/u;

/** Paid, with what it was paid for between verb and figure. */
export const PAYING_VERBS: readonly string[] = ["支付", "拨付", "发放", "投入", "报销", "缴纳", "花费", "使用"];
/** Before a paying verb: not paid yet. */
export const NOT_YET: readonly string[] = ["需", "需要", "应", "拟", "将", "计划", "待", "尚未", "未"];

/** Changes of a budget during the year, where it is one that they change (adjusting.ts). */
export const ADJUSTING_VERBS: readonly (readonly [string, 1 | -1])[] = [
  ["调整增加", 1], ["调整净增加", 1], ["调整净增", 1], ["净调增", 1], ["净追加", 1], ["追加", 1], ["调增", 1], ["核增", 1], ["增拨", 1],
  ["调整减少", -1], ["调整净减少", -1], ["调整净减", -1], ["净调减", -1], ["调减", -1], ["核减", -1], ["追减", -1], ["压减", -1], ["收回", -1],
];
/** Those of them that change other money as well; only 预算 beside them tells. */
export const SOFT_VERBS: ReadonlySet<string> = new Set(["核增", "核减", "压减", "收回"]);
/** Changes of a budget only beside 预算 or 指标; else of anything. */
export const CHANGING_VERBS: readonly (readonly [string, 1 | -1])[] = [
  ["增加", 1], ["增长", 1], ["上升", 1], ["提高", 1], ["增支", 1], ["增收", 1],
  ["减少", -1], ["下降", -1], ["降低", -1], ["减支", -1], ["减收", -1], ["负增长", -1], ["缩减", -1], ["压缩", -1],
];
/** Changes only beside a budget that they are measured against: 比预算节约18.5万元. */
export const SAVING_VERBS: readonly (readonly [string, 1 | -1])[] = [["节约", -1], ["节省", -1], ["节支", -1], ["少", -1], ["少支出", -1], ["超支", 1], ["多", 1], ["多支出", 1]];
/** Directly before a verb of change: against a budget of the year, not against another year's. */
export const AGAINST_BUDGET = /(?:比|较|与|同)(?<which>年初|期初|调整后?的?|全年|年度)?(?:部门)?(?:预算|(?<=年初))(?:数|安排)?(?:相比|比较)?[，,]?(?:共|合计|实际)?$/u;
/** Behind a verb of change: the figure is what it came to, not by how much it changed. */
export const LEADS_TO: readonly string[] = ["后", "到", "至", "为"];

/** Behind a verb of change and directly before a figure: the new amount. */
export const NEW_AMOUNT = /^了?(?:为|到|至|成|达到?)[约近]?$/u;
/** Labels of such amounts: 调减为, 调整至. */
export const IS_NEW_AMOUNT = /(?:调整|[增减调追加压缩降核])(?:为|到|至|成|达到?)$/u;

/** 占年初预算的52.3% is a rate of execution where what was spent stands before it. */
export const IS_BUDGET = /^(?:全年|本年|年度|年初|调整后?的?|全部){0,2}预算(?:数|额|总额|安排)?的?$/u;

/** Before 结转: what the year began with. Else a budget stands before it in its sentence and nothing spent, and its changes behind it. */
export const OF_LAST_YEAR = /(?:包?含有?|包括|动用|使用)?(?:上一?年度?|去年|年初|期初|以前年度|历年)(?:财政拨款)?$/u;
export const AFTER_BUDGET = /^[^。；;]*(?:预算|指标)(?!完成|执行)(?![^。；;]*(?:支出|执行|支付|完成|决算))[^。；;]*$/u;
export const BEFORE_CHANGES = /^[^。；;]*?(?:追加|调[增减]|调整后|可用|全年预算)/u;

/** 决算数大于预算数55.93万元, 超出预算83.33万元: the figure is by how much. */
export const DIFFERS = /(?:大于|小于|高于|低于|多于|少于|超过|超出|超)[^，,；;。]{0,6}$/u;

/** Funds that are called 预算: 一般公共预算支出 is what was spent of it. */
export const FUNDS: readonly string[] = ["一般公共", "公共财政", "政府性基金", "国有资本经营", "社会保险基金", "社保基金"];

/** Rates of budget execution; "完成…预算" is read by its own pattern. */
export const RATE_WORDS: readonly string[] = [
  "预算执行率", "资金执行率", "执行率", "预算执行进度", "执行进度", "支出进度", "预算完成率", "预算完成比例", "支出完成率",
  "预算支出率", "支出率", "资金支付率", "资金使用率", "预算完成进度", "支付率", "支付进度", "资金支付进度", "拨付率", "拨付进度", "资金拨付率", "预算执行比例", "执行比例", "资金使用比例", "资金完成率",
];
/** Rates of budgets or of work; they count where money, or nothing but the line's name, stands right before. */
export const PLAIN_RATE_WORDS: readonly string[] = ["进度", "发放率", "完成率", "完成比例", "使用率", "使用比例"];
/** Rates where money stands right before; else they may be shares. */
export const RATES_OF_MONEY: readonly string[] = ["支出比例", "支付比例", "拨付比例"];
/** Before such a word: of work, things and people. */
export const OF_WORK = /任务|目标|工作|工程|绩效|采购|数量|计划|质量|产出|及时|整改|办结|床位|设备|设施|场地|系统|培训|建设|项目$|指标|公里|平方|户|人次|年度$/u;

/** They stand for the subject named before. */
export const STAND_INS: ReadonlySet<string> = new Set([
  "", "项目", "该项目", "本项目", "此项目", "该", "其", "该经费", "该资金", "该预算", "上述项目", "项目专项", "经费", "资金", "经费预算", "共", "年度", "全年", "上年", "上年度", "去年", "以前年度", "历年", "年初", "期初",
  "后", "之后", "以后", "先", "再",
]);

/** Cut from the start and the end of a subject: adverbs and joints, never part of a name. */
export const LEADING_WORDS: readonly string[] = [
  "其中", "尚有", "另有", "另外", "此外", "同时", "因此", "所以", "并且", "已", "共", "：", ":", "、", " ",
  "今年", "本年度", "本年", "当年", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "首先", "其次",
];
export const TRAILING_WORDS: readonly string[] = [
  "年中", "年底", "年末", "年内", "中期", "期中", "期末", "年度中", "年度内", "执行中", "经批准",
  "实际", "累计", "全年", "完成", "合计", "共计", "总计", "本年度", "本年", "当年", "已经", "已", "的", "在", "于", "将", "进行", "上报", "预计", "再次", "又", "先后", "陆续", "各", "分别", "尚", "则", "、", " ", "：", ":",
];

/** How and why something was done, and what announces a text: no names. */
export const NAMELESS = /^(?:按照?|根据|依据|由于|因(?!公)|通过|为)|^(?:较|比|与)(?:上年|去年|同期|年初|预算|调整|全年)|^(?:19|20)\d{2}年?$|(?:其中|目标|内容|原因|情况|分析|如下|说明|包括|包含)需?$/u;
