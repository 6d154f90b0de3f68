/** The 25 project paragraphs of section 三（二） as printed. */

export interface ExpectedProject {
  readonly number: number;
  readonly name: string;
  readonly label: string;
  readonly budget: string;
  readonly expenditure: string;
  readonly rate: string;
  /** "" where the paragraph dates its expenditure nowhere. */
  readonly cutOff: string;
  /** Each change of the budget once: signed amount with unit, and every date it is told with. */
  readonly changes: readonly (readonly [amount: string, dates: readonly string[]])[];
}

export const PROJECTS: readonly ExpectedProject[] = [
  { number: 1, name: "社区服务中心装修改造经费项目", label: "预算支出", budget: "400.00", expenditure: "81.70", rate: "20.43", cutOff: "", changes: [["20万元", ["2016年6月"]]] },
  { number: 2, name: "文体活动中心工程尾款项目", label: "全年预算", budget: "109.46", expenditure: "35.45", rate: "32.38", cutOff: "2016年12月31日", changes: [] },
  { number: 3, name: "24号院养老服务中心装修改造经费项目", label: "年初预算", budget: "600.00", expenditure: "117.27", rate: "19.55", cutOff: "2016年12月31日", changes: [["-225万元", ["下半年"]]] },
  { number: 4, name: "24号院养老服务中心设备购置经费", label: "全年预算", budget: "156.00", expenditure: "0.00", rate: "0.00", cutOff: "2016年12月31日", changes: [] },
  { number: 5, name: "机关物业费", label: "全年预算", budget: "210.27", expenditure: "185.05", rate: "88.01", cutOff: "2016年12月31日", changes: [] },
  { number: 6, name: "地区协作经费", label: "全年预算", budget: "120.00", expenditure: "70.85", rate: "59.04", cutOff: "2016年12月31日", changes: [] },
  { number: 7, name: "基层党建活动经费", label: "全年预算", budget: "108", expenditure: "104.71", rate: "96.96", cutOff: "2016年12月31日", changes: [] },
  { number: 8, name: "社区党组织服务群众专项经费", label: "全年预算", budget: "908.50", expenditure: "593.15", rate: "65.29", cutOff: "2016年12月31日", changes: [] },
  { number: 9, name: "社区工作者餐费", label: "全年预算", budget: "225.32", expenditure: "137.02", rate: "60.81", cutOff: "2016年12月31日", changes: [] },
  { number: 10, name: "社区公益事业专项补助资金", label: "全年预算", budget: "281.51", expenditure: "167.12", rate: "59.37", cutOff: "2016年12月31日", changes: [] },
  { number: 11, name: "人定湖西里社区翻改建工程", label: "全年预算", budget: "300.00", expenditure: "0.00", rate: "0.00", cutOff: "2016年12月31日", changes: [] },
  { number: 12, name: "低保医疗救助费", label: "全年预算", budget: "220.00", expenditure: "186.06", rate: "84.57", cutOff: "2016年12月31日", changes: [] },
  { number: 13, name: "城镇困难人员医疗救助资金", label: "全年预算", budget: "185.31", expenditure: "16.73", rate: "9.03", cutOff: "2016年12月31日", changes: [["-1053100元", ["2016年6月", "2016年5月26日"]]] },
  { number: 14, name: "老旧小区改造项目", label: "全年预算", budget: "191.90", expenditure: "125.68", rate: "65.49", cutOff: "2016年12月31日", changes: [] },
  { number: 15, name: "垃圾分类指导员补贴", label: "全年预算", budget: "432.00", expenditure: "400.76", rate: "92.77", cutOff: "2016年12月31日", changes: [["-260000元", ["2016年6月底"]]] },
  { number: 16, name: "城管队保安经费", label: "全年预算", budget: "192.00", expenditure: "138.00", rate: "71.88", cutOff: "2016年12月31日", changes: [] },
  { number: 17, name: "地区城市保洁队日常管理经费", label: "全年预算", budget: "144.28", expenditure: "133.13", rate: "92.27", cutOff: "2016年12月31日", changes: [["271400元", ["2016年6月"]]] },
  { number: 18, name: "拆违恢复经费", label: "全年预算", budget: "200.00", expenditure: "107.18", rate: "53.59", cutOff: "2016年12月31日", changes: [] },
  { number: 19, name: "弃管绿地改造经费", label: "全年预算", budget: "120.00", expenditure: "67.24", rate: "56.03", cutOff: "2015年6月30日", changes: [] },
  { number: 20, name: "2015年工程项目尾款", label: "全年预算", budget: "453.04", expenditure: "284.15", rate: "62.72", cutOff: "2016年12月31日", changes: [] },
  { number: 21, name: "综合治理经费", label: "全年预算", budget: "98.81", expenditure: "182.14", rate: "184.33", cutOff: "2016年12月31日", changes: [] },
  { number: 22, name: "巡防保安经费", label: "全年预算", budget: "420.00", expenditure: "340.27", rate: "81.02", cutOff: "2016年12月31日", changes: [] },
  { number: 23, name: "2015年度4个技防、2个消防工程尾款", label: "全年预算", budget: "285.21", expenditure: "260.74", rate: "91.42", cutOff: "2016年12月31日", changes: [["50150.15元", ["2016年6月"]], ["2758.00元", ["2016年6月"]]] },
  { number: 24, name: "全响应PDA通讯费", label: "全年预算", budget: "350.00", expenditure: "271.87", rate: "77.68", cutOff: "2016年12月31日", changes: [] },
  { number: 25, name: "国际、国家安全社区建设服务经费", label: "全年预算", budget: "93.76", expenditure: "64.18", rate: "68.45", cutOff: "2016年12月31日", changes: [] },
];
