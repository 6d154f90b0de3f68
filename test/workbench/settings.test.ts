import { LEVELS, readSettings, THEMES, writeSettings } from "../../src/workbench/settings";

describe("settings in the address", () => {
  it("are Chinese, light and the newest level when nothing is said, or nonsense", () => {
    const usual = { locale: "zh-CN", theme: "light", level: "1.19" };
    expect(readSettings("")).toEqual(usual);
    expect(readSettings("?lang=fr&theme=pink&level=9.9")).toEqual(usual);
  });

  it("have every theme that Office has", () => {
    expect(THEMES.map((theme) => readSettings(`?theme=${theme}`).theme)).toEqual(["light", "colorful", "dark", "contrast"]);
  });

  it("come back as they were written", () => {
    for (const locale of ["zh-CN", "en-US"] as const) {
      for (const theme of THEMES) for (const level of LEVELS) expect(readSettings(writeSettings({ locale, theme, level }))).toEqual({ locale, theme, level });
    }
  });
});
