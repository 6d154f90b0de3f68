/** Chinese, as budget, settlement and performance forms of finance bureaus and their offices word it. */

import type { Role } from "../../table";
import type { Dialect, HeaderRule, NamedBudget } from "./dialect";

/** Endings that say no more than that it is a figure. */
const FIGURE = "(?:数|额|金额|总额|数额|总数|合计|小计|总计|情况|数合计|金额合计)?";
const BUDGET = "(?:预算|指标)";
/** Sources of money besides the treasury's own. */
const FUND = "(?:自有|自筹|其他|其它|上级|专项|单位|本级|[市区县]级)(?:补助)?资金";
/** The two ways in which the treasury pays. */
const TREASURY = "(?:财政|国库)?(?:直接|授权)支付";

/** Whose change of the budget, when, and of what: 上级追加, 年末收回, 科目间调剂. */
const CHANGED = "(?:预算|指标|科目间?|项目间?|资金|经费|内部|当年|本年|年度|年中|年末|年底|年内|执行中|期中|[下上]半年|第?[一二三四]季度?|第?[一二三四五六]次|\\d{1,2}月份?|再次?|本次|累计|统筹|中央|地方|[省市区县镇乡]级?|上级|本级|财政|财力|其他|其它|专项|专款|补助|转移支付)*";

/** A rate that counts what is not yet spent: 执行率(含在途资金). */
const UNSPENT = /(?:率|比例|比率|百分比|进度|%)\((?:包?含|包括).*(?:在途|合同|承诺|签约|中标|[未待应预]付|[未待应预]支付)/u;

const months: readonly HeaderRule[] = [
  ["1|一", "month-1"], ["2|二", "month-2"], ["3|三", "month-3"], ["4|四", "month-4"], ["5|五", "month-5"], ["6|六", "month-6"],
  ["7|七", "month-7"], ["8|八", "month-8"], ["9|九", "month-9"], ["10|十", "month-10"], ["11|十一", "month-11"], ["12|十二", "month-12"],
].map(([number, role]) => ({
  meaning: role as Role, confidence: "sure", patterns: [new RegExp(`^0?(?:${number})月(?:份)?(?:实际)?(?:支出|执行|支付|发生)?(?:数|额|金额)?$`, "u")],
}));

const quarters: readonly HeaderRule[] = [["1|一", "quarter-1"], ["2|二", "quarter-2"], ["3|三", "quarter-3"], ["4|四", "quarter-4"]].map(([number, role]) => ({
  meaning: role as Role, confidence: "sure", patterns: [new RegExp(`^第?(?:${number})季度?(?:实际)?(?:支出|执行|支付|发生)?(?:数|额|金额)?$`, "u")],
}));

/** 年初预算执行率, 完成年初预算%, 支出数占年初预算的比例: rates of one budget or another, and last of one that is not named. */
const rates: readonly HeaderRule[] = ([
  ["(?:年初|期初|原)", "original-budget"], ["(?:调整后?|(?:调剂|变更|追加|变动)后)的?(?:全年|年度|本年)?", "adjusted-budget"], ["(?:全年|全部)(?=预算)", "annual-budget"], ["(?:年度|本年|总)*", null],
] as const).map(([budget, ofBudget]: readonly [string, NamedBudget | null]): HeaderRule => {
  const words = "(?:预算|支出|资金|项目|投资|经费|全年|年度|总体?|综合|累计|合计|指标|核算|部门|财政|实际)*";
  return {
    meaning: "rate", confidence: "sure", ...(ofBudget === null ? {} : { ofBudget }),
    patterns: [
      new RegExp(`^${words}${budget}${words}(?:执行|完成|使用|支付|拨付|支用|用款|列支|开支|发放|兑付)(?:率|比例|比率|百分比|进度|程度)?%?(?<=率|比例|比率|百分比|进度|程度|%)$`, "u"),
      new RegExp(`^(?:已|实际)?(?:完成|占|为)${budget}预算(?:数|额)?的?(?:比例|比率|比重|百分比|%)?$`, "u"),
      new RegExp(`^(?:支出|执行|决算|实际支出|全年支出|累计支出)(?:数|额)?(?:占|为|与|\\/|÷)${budget}预算(?:数|额)?(?:\\*100)?的?(?:之比|比例|比率|比重|百分比|%)*$`, "u"),
    ],
  };
});

/** Alone; with 支出 behind them the dates of the header tell (headers/dates.ts). */
const halves: readonly HeaderRule[] = [{ meaning: "half-1", confidence: "sure", patterns: [/^上半年$/u] }, { meaning: "half-2", confidence: "sure", patterns: [/^下半年$/u] }];

/** What several lines are: it names them only where nothing else does. */
const CLASS = /^(?:项目|支出|预算|经费|资金)*(?:分类|类别|类型|[大中小细]类)$/u;

const headers: readonly HeaderRule[] = [
  { meaning: "of-which", confidence: "sure", patterns: [/^其中:?$/u] },
  { meaning: "serial", confidence: "sure", patterns: [/^(?:序号|行次|栏次|顺序号|序)$/u] },
  { meaning: "code-part", confidence: "sure", patterns: [/^[类款项]$/u] },
  ...quarters,
  ...halves,
  {
    meaning: "reason", confidence: "sure",
    patterns: [/原因/u, /^(?:偏差|差异|执行|进度)(?:情况)?说明$/u],
  },
  { meaning: "carried-over", confidence: "sure", patterns: [/^(?:上年度?|年初|以前年度)(?:财政拨款)?(?:结转(?:[和及与]?结余)?|结余)(?:资金|指标|数|额|金额)?$/u] },
  {
    meaning: "other", confidence: "sure",
    patterns: [
      /上年|去年|上一年|上期|往年|同期|同比|环比|次年|下年|明年/u, /增长|增幅|降幅|增减(?:率|幅|%)|变动率/u,
      /(?:结余|结转)(?!(?:资金)?支出$)|(?<!零)余额|剩余|(?:未|尚需|(?<![接招])待)(?:执行|支出|完成|支付|使用|拨付|下达)|差额|差异|偏差|节约|节支|超支(?:额|数|金额)/u,
      /预计|预测|序时|时间进度|(?<!特定)目标|分值|得分|权重|评分/u, /单价|数量|人数|面积|标准$|次数|[人户床生]均|平均|均价/u,
      /^(?:上月|上季度?|(?:本月|当月|本期|当期|本季|本季度|本周)(?![止末]累计))/u, /日期$|时间$|文号$|负责人|联系人|填报人|经办人|电话|姓名|地址/u,
      /到位|合同|中标|成交|用款计划/u, UNSPENT, /^(?:申请|申报)(?:预算|资金)?(?:数|额|金额)?$/u, /^收入(?:预算|指标|执行|决算|完成|实际|实现)/u,
      // Answered with yes or no, by people.
      /^是否/u,
    ],
  },
  { meaning: "status", confidence: "sure", patterns: [/^(?:预算|执行|支出|进度|完成|进展|项目|预警)*(?:状态|预警)$/u] },

  // 占总预算比重 is a line's share of all lines, but 占预算比例 may be what was spent of it.
  { meaning: "share", confidence: "sure", patterns: [/^占(?:总|全部)的?(?:项目|部门|支出|年度)*(?:预算|指标)/u, /^占(?:年度|本年度?|全年|当年|项目|部门|支出)*(?:预算|指标)(?:数|额|金额)?的?比重%?$/u] },
  // Ratios before amounts: 预算完成比例 and 占项目支出比例 contain the words of amounts.
  ...rates,
  { meaning: "rate", confidence: "sure", patterns: [/^(?:预算|资金|项目|累计|全年|年度|总)*支出(?:率|进度)%?$/u] },
  { meaning: "share", confidence: "sure", patterns: [/^占.*/u, /占比%?$/u, /比重%?$/u, /^(?:支出|预算|资金)?(?:构成|结构|份额)(?:比例?)?%?$/u] },
  { meaning: "ratio", confidence: "likely", patterns: [/^(?:比例|百分比|比率|率|%)$/u, /^(?:支出|预算|资金|项目|金额)(?:比例|百分比|比率|%)$/u] },

  ...months,

  { meaning: "function-code", confidence: "sure", patterns: [/^(?:项目|支出|预算|部门)*功能(?:分类)?(?:科目)?(?:代码|编码|编号)$/u, /^政府收支分类科目(?:代码|编码)$/u] },
  { meaning: "function-code", confidence: "likely", patterns: [/^(?:预算|支出)?科目(?:代码|编码|编号)$/u] },
  { meaning: "function-name", confidence: "sure", patterns: [/^(?:项目|支出|预算|部门|按)*功能(?:分类|科目)(?:科目)?(?:名称)?$/u] },
  { meaning: "function-name", confidence: "likely", patterns: [/^(?:预算|支出|政府收支分类)?科目(?:名称)?$/u] },
  { meaning: "other", confidence: "sure", patterns: [/(?:单位|部门|机构|区划|经济(?:分类)?(?:科目)?)(?:代码|编码|编号)$/u] },
  { meaning: "code", confidence: "sure", patterns: [/^(?:预算|项目|明细|指标|资金|支出)*(?:代码|编码|编号|代号)$/u] },

  // Changes of the budget before the budgets: 追加预算, 预算调整数. But 调整预算数 is, in settlement tables, the budget as adjusted.
  { meaning: "adjusted-budget", confidence: "likely", patterns: [new RegExp(`^(?:调整|变动|实际)(?:预算|指标)${FIGURE}$`, "u"), new RegExp(`^(?:全年|年度)?可(?:用|执行|支配)(?:预算|指标|资金)?${FIGURE}$`, "u")] },
  { meaning: "quota-change", confidence: "sure", patterns: [new RegExp(`^(?:预算)?指标(?:调增|调整|追加|增减|变动|变化|调剂|净增)${FIGURE}$`, "u")] },
  {
    meaning: "quota-change", confidence: "likely",
    patterns: [new RegExp(`^(?:年中|当年|本年|执行中)?预算(?:调整|调剂|变动|增减|变更|追加追减)${FIGURE}$`, "u"), new RegExp(`^(?:年中|执行中|中期)?(?:预算)?(?:净)?(?:调整|调剂|增减|变动|增减调整|调整增减|追加\\(减\\)|追加追减|调增\\(减\\)|增\\+?减-?)(?:预算)?${FIGURE}$`, "u")],
  },
  { meaning: "quota-change", confidence: "likely", patterns: [new RegExp(`^${CHANGED}(?:调整|调剂)${FIGURE}$`, "u")] },
  { meaning: "increase", confidence: "sure", patterns: [new RegExp(`^${CHANGED}(?:(?:调整|调剂)增加|调增|追加|增加|增补|调入)(?:安排|下达|资金|经费|${BUDGET})?${FIGURE}$`, "u")] },
  { meaning: "decrease", confidence: "sure", patterns: [new RegExp(`^${CHANGED}(?:(?:调整|调剂)减少|调减|核减|压减|压缩|削减|扣减|追减|减少|收回|调出)${BUDGET}?${FIGURE}$`, "u")] },
  { meaning: "increase", confidence: "likely", patterns: [new RegExp(`^${CHANGED}[转划]入${BUDGET}?${FIGURE}$`, "u"), /^动用(?:预备费|预算稳定调节基金)(?:数|额|金额)?$/u, /^预备费(?:安排|动支)(?:数|额|金额)?$/u] },
  { meaning: "decrease", confidence: "likely", patterns: [new RegExp(`^${CHANGED}[转划]出${BUDGET}?${FIGURE}$`, "u"), /^收回(?:财政)?存量(?:资金)?(?:数|额|金额)?$/u, /^(?:上缴|缴回|交回)(?:财政|国库)(?:资金)?(?:数|额|金额)?$/u, /^(?:预算|指标)回收(?:数|额|金额)?$/u] },

  {
    meaning: "adjusted-budget", confidence: "sure",
    patterns: [
      new RegExp(`^(?:预算)?(?:调整|调剂|变更|变动|追加|修正|修订)以?后的?(?:部门|项目|全年|年度|支出|财政)*${BUDGET}?${FIGURE}$`, "u"),
      new RegExp(`^(?:全年|全部|最终|现行?|当前|年末)(?:部门|项目|支出|财政)*预算${FIGURE}$`, "u"),
      new RegExp(`^预算${FIGURE}\\(?(?:调整|变更|追加)后\\)?$`, "u"),
    ],
  },
  {
    meaning: "original-budget", confidence: "sure",
    patterns: [
      new RegExp(`^(?:年初|期初|原|原有|初始)(?:部门|项目|支出|财政|批复|批准|核定|安排|下达|拨款)*${BUDGET}(?:安排|批复|批准|下达)?${FIGURE}$`, "u"),
      /^(?:年初|原)(?:批复|批准|安排|下达|核定)?(?:数|额|金额|资金)$/u, /^(?:年初|原)(?:批复|批准|核定|安排|下达)$/u, /^(?:财政|人大|区级|上级)(?:批复|批准|核定|审定)$/u, /^(?:批复|批准|核定)(?:数|额|金额|资金|经费)$/u,
      new RegExp(`^(?:人大)?(?:批复|批准|核定)的?(?:部门|项目|年度|支出)*预算${FIGURE}$`, "u"),
      new RegExp(`^(?:部门|项目|支出)?预算(?:批复|批准|核定)${FIGURE}$`, "u"),
      new RegExp(`^预算${FIGURE}\\(?年初\\)?$`, "u"),
    ],
  },

  // 基本支出 | 项目支出 before the budgets and the spending; columns/decide.ts tells a lone 项目支出 apart.
  { meaning: "basic", confidence: "sure", patterns: [new RegExp(`^(?:其中:?)?基本(?:支出)?(?:预算)?${FIGURE}$`, "u")] },
  { meaning: "project", confidence: "sure", patterns: [new RegExp(`^(?:(?:其中:?)?项目支出|其中:项目)(?:预算)?${FIGURE}$`, "u")] },

  {
    meaning: "original-budget", confidence: "likely", otherwise: "adjusted-budget",
    patterns: [
      new RegExp(`^(?:项目|部门|支出|经费|资金|财政|年度|全年|年(?=预算)|本年度?|总|合计|总计|小计|单位|财政拨款|一般公共|公共|当年)*预算(?:内)?(?:支出|资金|经费|拨款|安排|下达|指标|控制)?${FIGURE}$`, "u"),
      new RegExp(`^(?:财政|本级|区级|市级)*(?:拨款|拨付资金|安排资金|下[达拨]资金|财政资金)(?:收入)?${FIGURE}$`, "u"),
      new RegExp(`^(?:财政|预算)*(?:安排|下达|核定)(?:资金|经费|指标)?${FIGURE}$`, "u"),
      new RegExp(`^(?:本?年度?|当年|全年|年初|项目)?(?:计划|资金|经费)(?:资金|投资|安排)?${FIGURE}$`, "u"),
      new RegExp(`^计划支出${FIGURE}$`, "u"),
      new RegExp(`^(?:项目|年度)(?:金额|总额|资金|经费|总投资)${FIGURE}$`, "u"),
      /^指标(?:(?:下达|分配)(?:数|额|金额)?|数|额|金额|总额|总数)$/u,
    ],
  },
  { meaning: "original-budget", confidence: "likely", otherwise: "adjusted-budget", patterns: [new RegExp(`^(?:本年度?|当年|年度)指标${FIGURE}$`, "u")] },
  { meaning: "original-budget", confidence: "likely", patterns: [/^审定(?:预算)?(?:数|额|金额|资金)$/u, new RegExp(`^(?:政府)?采购(?:预算|计划)${FIGURE}$`, "u"), /^(?:(?:专项)?债券(?:发行|资金)?|发行|年度|项目|资金|预算)(?:分配)?(?:额度|发行额|额)(?:数|金额)?$/u, /^(?:(?:安排|下达|新增|地方政府|政府|专项|一般)*债券(?:资金)?|发行)(?:金额|总额|资金)?$/u] },

  {
    meaning: "expenditure", confidence: "sure",
    patterns: [
      new RegExp(`^(?:实际|累计|已|全年|本年度?|年度|当年|总|合计|总计|小计|项目|支出(?=执行|支付|拨付|完成)|资金|财政|预算|经费|部门|财政拨款|年内|年末|全部)*(?:支出|执行|支付|拨付|支用|列支|开支|用款)(?:资金|完成)?${FIGURE}$`, "u"),
      new RegExp(`^(?:支出|年终|年度)?决算(?:支出)?${FIGURE}$`, "u"),
      new RegExp(`^其中:?(?:实际|已)(?:支出|执行|支付|拨付)${FIGURE}$`, "u"),
    ],
  },
  // Of one source of money; after the above, so that what adds the sources up counts before them.
  { meaning: "expenditure", confidence: "sure", patterns: [new RegExp(`^${FUND}(?:实际|累计)?(?:支出|执行|支付)${FIGURE}$`, "u"), new RegExp(`^${TREASURY}${FIGURE}$`, "u")] },
  {
    meaning: "expenditure", confidence: "likely",
    patterns: [
      new RegExp(`^(?:实际|累计|已|本年|全年|资金|经费)*(?:完成|发生|使用|报销|花费|投入|列支|发放|兑付|付款)(?:资金|经费|投资|支出|补助|补贴|额度)?${FIGURE}$`, "u"),
      /^(?:本年|全年|累计)*(?:已|实际)(?:支出|支付|支用|用款)额度(?:数|金额)?$/u,
      new RegExp(`^(?:本月|当月|本期|当期)[止末]累计(?:支出|执行|支付|完成)?${FIGURE}$`, "u"),
      new RegExp(`^(?:实际|累计|(?:本年|全年|当年)累计|本年实际)${FIGURE}$`, "u"), /^(?:实际|累计|已)?采购(?:金额|额|数|支出)$/u, /^(?:本年度?|当年|全年|累计)?(?:已(?:支|付|用|花)|实[支付])(?:金额|数|额|款|资金|指标)?$/u,
    ],
  },
  { meaning: "amount", confidence: "likely", patterns: [/^(?:金额|数额|款额|合计|小计|总计|共计|总额|总数|金额合计|资金合计|资金总额|合计金额|总金额|计)$/u] },

  { meaning: "name", confidence: "sure", patterns: [/^(?:预算|支出|跟踪|具体|明细|(?:政府)?采购)*项目(?:名称)?$/u, /^(?:分类|科目|指标|支出|资金|经费|费用|业务|款项|类别|专项(?:资金)?|工程|任务|事项|活动|课题)?名称$/u] },
  { meaning: "name", confidence: "sure", patterns: [CLASS] },
  { meaning: "name", confidence: "likely", patterns: [/^(?:项目|支出|预算|经费|资金|工作|主要|(?:政府)?采购)*(?:内容|事项|明细|摘要|用途|任务|科目)$/u, /^\p{Script=Han}{1,6}项目名称$/u, /^项目\(?(?:科目|单位|分类)\)?$/u, /^功能$/u, /^(?:部门|政府)?(?:预算|支出)?经济(?:分类)?(?:科目)?(?:名称)?$/u] },
  { meaning: "name", confidence: "likely", patterns: [/^(?:预算|填报|主管|实施|责任|项目|承担|使用|用款|所属|一级|二级|基层)*(?:单位|部门|科室|处室|街道|机构|社区|乡镇)(?:名称)?$/u] },
  { meaning: "reason", confidence: "likely", patterns: [/^(?:备注|说明|情况说明|备注说明|其他说明)$/u] },

  // Named after what they are for, whatever that is; columns/named.ts tells whether they count.
  { meaning: "named-budget", confidence: "likely", patterns: [new RegExp(`^(?!.*(?:申报|申请|建议|上报|送审|测算|编制|[调核增减追]|是否|占))\\p{Script=Han}{1,12}(?:预算|概算)${FIGURE}$`, "u"), /^概算(?:数|额|金额)?$/u, /^(?!.*(?:剩|余|可用|[已未]|使用|支付|冻结|申请|占|下达))\p{Script=Han}{0,10}额度(?:数|金额)?$/u, /^(?:预算|支出|部门|年度|项目|财政)*控制(?:数|额|指标)$/u] },
  { meaning: "named-expenditure", confidence: "likely", patterns: [new RegExp(`^(?!.*(?:以前|前期|应|拟|可|(?<![接招])待|未|计划|安排|[调核增减追]|节约|收入|收支|是否|占))\\p{Script=Han}{1,10}(?:(?:支出|执行|支付|开支|花费)${FIGURE}|(?:使用|列支|报销)(?:数|额|金额|总额))$`, "u")] },
  { meaning: "named-rate", confidence: "likely", patterns: [/^(?!.*占)\p{Script=Han}{2,10}(?:执行|完成|支出|支付|使用|开支)(?:率|比例|进度)%?$/u] },
];

export const zh: Dialect = {
  headers,
  totals: {
    grand: /^(?:总计|总合计|合计总计|总共|总金额)$/u,
    total: /^(?:本年|全年|全部|各项|项目|金额|资金|支出|预算|经费|部门|单位|街道|全区|年度|拨款|财政)*(?:合计|共计|总计|累计|汇总|总额|总数)(?:数|金额|额)?$|^(?:本年|全年|年度|部门|单位|街道|全区|财政)*总(?:支出|收入)$/u,
    subtotal: /(?:小计|合计|共计|总计)$|^(?:过次页|承前页|转下页|接上页)$/u,
  },
  allLines: /^(?:本年度?|当年|全年|年度|部门|单位|机关|街道|全区|全部|整体|各项|财政|预算|总)*支出(?:数|额|总?金额|总[额数])?$/u,
  partInHeader: /^(?:(?<basic>基本)|(?<project>项目))(?:支出(?=.))?(?<rest>.+)$/u,
  budgetParts: { basic: /^基本支出$/u, project: /^项目支出$/u },
  ofWhichRow: /^其中/u,
  deduction: /^(?:减|减去|减除|扣除|扣减)[:：]|^(?:减去|扣除|扣减)/u,
  otherMoney: /(?<!(?:[人户床生]均|平均).*)(?:预算|支出|执行|决算|支付|收入|拨款|资金|指标|结[余转]|余额|剩余|金额)(?:数|额|金额|总额)?$|^(?:[上去]年|上期).*[数额]$|^(?!.*(?:率|比|进度)).*(?:本月|当月)(?:数|额)?$/u,
  comparison: /^(?:上年|去年|上期|往年|上月|上季度?|上半年)(?:同期|全年)?(?:实际|决算|执行|完成|支出|预算)*(?:数|额|金额)?$|^(?:与|较|比)(?:上年|去年|同期|上期|上月|上季|预算)|^(?:平均|最[高低大小])(?:数|值|额)?$|^(?:同比|环比)(?:增减|增长|变动|下降)?(?:额|数|率|幅度?|%|\(%\))?$|^(?:差额|差异|增减|增减变动|相差)(?:数|额|率|%|\(%\))?$/u,
  note: /^(?:注[:：\d一二三、.]|[（(【[]?(?:注|备注|说明|附注)[)）】\]]?[:：]|注释|备注$|说明$|\*|※|填[报表]人|制表|复核|审核|负责人|经办|单位负责人|财务负责|联系|数据来源|资料来源|来源[:：]|以上|本表|报送)/u,
  otherBlock: /^(?:绩效|[一二三四]级)指标$|^指标(?:名称|值|内容)$|^(?:年度|年初|预期|实际|目标)(?:指标|完成|目标)?值$|^(?:年度|预期|总体|绩效)*目标$|^(?:实际|目标|全年)(?:实际)?完成情况$/u,
  attachment: /^(?:附件|附表|公开(?=\s*\d+\s*表)|表(?=\s*[\d一二三四五六七八九十]))\s*[\d一二三四五六七八九十]*(?:[-－—.]\d+)*\s*表?\s*[:：、.]?\s*/u,
  notTitle: /^(?:编制|填报|填制|单位名称|预算单位|部门名称|主管部门|报送|日期|制表|密级|第.{0,6}页|共.{0,6}页|预算年度|(?:统计|数据|资料)?截[止至](?:[\d到]|(?:日期?|时间)?\s*[:：])|(?:年度|(?:预算|编报|财政区划|报表|资料)?(?:部门|单位|街道|科室|截[止至]日期|截[止至]时间|截[止至]|期间|时间|日期)(?:[(（][^()（）]*[)）])?)\s*[:：]|[^（()）：:\s表]{0,6}(?:[（(][^()（）：:]{1,6}[)）])?[^（()）：:\s表]{0,4}(?:单位|部门|名称|编号|代码|批准号|负责人|联系人)\s*[:：])/u,
  balance: /^(?:[一二三四五六七八九十]+、)?(?:[加减]:)?(?:本年|上年|年初|年末|期初|期末)?(?:财政拨款|非财政拨款|事业|收支)?(?:基金)?(?:结转(?:[和及与、]?结余)?|(?:滚存)?结余(?:分配)?|结转下年)(?:资金|数|额|金额)?$|^(?:[一二三四五六七八九十]+、)?(?:本年)?收支(?:差额|相抵|净额|盈余|差)$/u,
  sources: {
    line: new RegExp(`^(?:其中:?)?(?:当年|本年|年度|中央|省级|市级|区级)*(?:财政拨款|财政资金|一般公共预算(?:财政)?(?:拨款|资金)?|政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?|${FUND})$`, "u"),
    carried: /^(?:其中:?)?(?:上年度?|以前年度)(?:财政(?:拨款)?)?结[转余](?:[和及与、]?结余)?(?:资金)?$/u,
  },
  continued: /续表|[（(]续[)）]|^第.{0,6}页|接上页|承前页|过次页/u,
  income: {
    side: /^(?:[一二三四五六七八九十]、)?(?:本年|财政|全年|各项)?收入(?:项目|部分|来源|科目|类|方)?$/u,
    other: /^(?:[一二三四五六七八九十]、)?(?:本年|财政|全年|各项)?支出(?:项目|部分|科目|类|方)?$/u,
    title: /(?<!支出.*)收入(?:预算|决算|执行|完成|情况|进度|总|明细|统计|汇总|计划|项目|分析)*表?(?:[（(].*[)）])?$/u,
    amount: /^(?!.*支出).*收入(?:执行|完成|决算|实际)?(?:数|额|金额|合计)?$/u,
  },
  lineClass: CLASS,
  carried: /结转|结余/u,
  unspent: UNSPENT,
  past: /上年|去年|上一年|往年|历年|以前年度|同期/u,
  thisYear: /本年|当年|今年|年内/u,
  ofYear: /[本当今全]年|年[初度内末底]/u,
  wholeProject: /总投资|投资总额|总概算|概算总|合同/u,
  rest: /^(?!上年|去年|年初|以前)(?!.*(?:支出|未)).*(?:结余|(?<!零)余额|剩余|结存)/u,
  left: /^(?!上年|去年|年初|以前)(?!.*[结转余]支出).*(?:结余|结转|(?<!零)余额|剩余|结存|未(?:执行|支出|完成|支付|使用|拨付|用|付))/u,
  difference: /差额|差异/u,
  received: /到[账款]|收到|收入|来款/u,
  handedOut: /^(?!.*(?:支[出付]|列支)).*(?:拨付|下拨|拨[出款])/u,
  paid: /支付|付款|[已实]付/u,
  spent: /支[出付用]|列支|开支|使用|用款|报销|花费|执行|决算|[已实]付/u,
  person: /(?:责任|经办|负责|联系)人$|^(?:项目)?(?:经理|主管|姓名)$/u,
  planned: /^(?:(?:政府)?采购|本?年度?|全年)?计划(?:数|额|金额|资金)?$/u,
  claimed: /^(?:期末)?(?:账面|报表|决算报表|申报|送审|上报|自报|自评|自查|未审)(?:实际|累计)?(?:支出|支付|执行|列支|使用)?(?:数|额|金额|资金)?$/u,
  audited: /^(?:期末)?(?:审定|核定|核实|审核|审计)(?:后|确认|认定|核实|核定|审定)?的?(?:实际|累计)?(?:支出|支付|执行|列支|使用)?(?:数|额|金额|资金)?$/u,
  auditChange: /^(?:审计|审核)?(?:核减|核增|审减|审增|调整|调减|调增)(?:数|额|金额)?$/u,
  plainBudget: new RegExp(`^(?:本年度?|当年|年度|全年|部门|总|支出|财政)*(?:预算)?${BUDGET}(?:安排|批复)?${FIGURE}$`, "u"),
  allSpending: new RegExp(`^(?:实际|累计|已|全年|本年度?|年度|当年|年内|年末|本期|总|合计|总计|小计|全部|支出|预算)*(?:支出|执行|决算|支付|拨付|列支|开支|用款|使用|完成)${FIGURE}$`, "u"),
  measured: /^(?:(?<budget>.{2,}?)(?:支出)?(?:年初|调整后)?预算(?:数|额|金额)?|(?<spent>.{2,}?)(?:支出)?(?:实际|累计)?(?:支出|执行|决算|支付)(?:数|额|金额)?)$/u,
  noMoney: /(?:[人户个件台套亩次张辆栋间处只批]|公里|米|里程|规模|[编文序年期月]号?|代码|号码|年份|年度|月份|天|工期|率|比例?|比重|百分比|%|得分)(?:数|\([^()]*\))?$|[（(](?!.*元)[^()（）]*[)）]$/u,
  mayBeShare: /^占/u,
  rateOfMoney: /预算|资金|经费|指标|支[出付用]|使用|用款|执行|拨付|列支|开支|兑付/u,
  mayBeRate: /^(?:预算|支出|资金|项目)?(?:进度|完成|执行)%?$|^(?:序时|预算|支出|资金|国库|额度|控制数|指标)*(?:执行|支付|使用|支出|完成)(?:(?:率|比例|进度)%?|情况%)$|^(?:预算|资金)?消化率%?$|^(?:较|占)(?:预算|控制数|指标)%$|^支出占比%?$|^(?:开支|花费|花销|支取|报销)(?:率|比例|进度)%?$/u,
  endsAsRate: /(?:率|比例|比重|百分比|进度)$|%/u,
  totalColumn: /^(?:总|全部|合计|小计)|(?:合计|总计|总额|总数|小计)$/u,
  fund: new RegExp(`^(?:财政(?:拨款|资金|拨款资金)|${FUND}|${TREASURY})`, "u"),
  spentBy: /^(?:国库|账面|财务|单位|街道|社区|村|乡镇|部门|科室)(?:实际|累计|已)*(?:支出|支付|列支|使用|报销)(?:数|额|金额|资金|款)?$|^(?:实际|累计|已)*(?:付款|报账|核销)(?:数|额|金额)?$/u,
  untilLast: /^(?:截[止至]?到?)?(?:上月|上期|上季度?)[末底]?(?:止)?累计(?:支出|执行|支付|完成)?(?:数|额|金额)?$|^以前(?:月份|各月|季度)(?:累计)?(?:支出|执行|支付)?(?:数|额|金额)?$/u,
  source: /^(?:上级|中央|地方|本级|[省市区县镇]级?|街道|财政)(?:财政)?(?:下达|配套|补助|安排|投入|专款|拨款|拨付)(?:资金|经费)?(?:数|额|金额)?$/u,
  granted: /标准$|^到位(?:资金|经费|金额|数|额)|^(?!绩效).*目标(?:数|额|金额)?$|^可用(?:资金|额度)/u,
  contract: /^(?:合同|中标|成交)(?:总)?(?:金额|额|价款?|数|总价|预算|资金|经费)$/u,
  indicatorNumber: /文号|(?:指标|合同|项目)(?:编?号|编码|代码)/u,
  paidOn: /^(?:实际)?(?:支付|付款|拨付|报销|支出|记账|入账|开支|列支|用款)?(?:日期|时间)$|凭证(?:字?号|编号|日期)?$/u,
  cumulative: /累计/u,
  now: /^(?:[本当](?:月|期|季度?))(?:份)?/u,
  ofNow: /^(?:本|当)(?:月|期|季度?)(?:份)?(?:新增|实际|发生)?(?:支出|执行|支付|完成)?(?:数|额|金额)?$/u,
  context: [
    ["adjusted-budget", /(?:调整|变更|追加)后/u],
    ["expenditure", /决算|执行情况|执行表|实际支出|支付|全年支出|已支出|支出情况|支出(?:明细|统计|执行)(?!.*预算)/u],
    // Among the tables of a budget that are published; those of its settlement say 决算.
    ["original-budget", /(?:部门|单位)(?:支出|收支)总(?:体情况)?表$/u],
    ["original-budget", /预算|指标|经费|拨款|资金安排|年初/u],
    ["expenditure", /支出/u],
  ],
};
