import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAddIn } from "../../src/workbench/ribbon/manifest";

const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");

describe("the ribbon is what the manifest declares", () => {
  it("shows the Chinese tab with its four buttons", () => {
    const addIn = readAddIn(manifest, "zh-CN");
    expect(addIn.name).toBe("预算执行跟踪");
    expect(addIn.tabLabel).toBe("预算执行");
    expect(addIn.groups.flatMap((group) => group.commands.map((command) => [command.label, command.action]))).toEqual([
      ["执行跟踪窗格", { kind: "show-pane" }],
      ["计算执行率", { kind: "run", functionName: "computeExecution" }],
      ["标记异常", { kind: "run", functionName: "flagAnomalies" }],
      ["生成汇总表", { kind: "run", functionName: "buildSummary" }],
    ]);
  });

  it("puts its entry into the menu of cells", () => {
    const { cellMenu } = readAddIn(manifest, "en-US");
    expect(cellMenu.map(({ label, action }) => [label, action])).toEqual([["Compute execution", { kind: "run", functionName: "computeExecution" }]]);
    expect(cellMenu[0]?.icons.get(16)).toBe("assets/icons/compute-16.png");
  });

  it("shows the English words to an English Excel", () => {
    const addIn = readAddIn(manifest, "en-US");
    expect(addIn.tabLabel).toBe("Budget Execution");
    expect(addIn.groups.flatMap((group) => group.commands.map((command) => command.label))).toEqual(["Tracking pane", "Compute execution", "Flag anomalies", "Build summary"]);
  });

  it("makes pages and icons relative to the site", () => {
    const addIn = readAddIn(manifest, "zh-CN");
    expect([addIn.panePage, addIn.commandsPage]).toEqual(["taskpane.html", "commands.html"]);
    expect(addIn.groups[0]?.commands[1]?.icons.get(32)).toBe("assets/icons/compute-32.png");
  });

  it("refuses a manifest that names a resource it does not define", () => {
    expect(() => readAddIn(manifest.replace('<bt:String id="compute.label"', '<bt:String id="other"'), "zh-CN")).toThrow("compute.label");
  });
});
